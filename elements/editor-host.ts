import { takeOver, type Handover } from '../src/handover.js';
import { hrefOfDocument } from '../src/nuxeo.js';
import { formatRoute, parseRoute, type Route } from '../src/route.js';
import { actions } from './nuxeo-office-online-action.js';

const EVENTS = ['office-online-opened', 'office-online-closed', 'office-online-failed'];

interface OpenEditor {
  path: string;
  route: Route;
  handover?: Handover;
  editor: HTMLElement;
}

/** Keeps one editor in step with what the page shows: a new one for every route, none when the page is left. */
export class EditorHost {
  #open?: OpenEditor;

  /** @param page where the editor's events are told from: inside Web UI, unlike the editor that lies over it */
  constructor(private readonly page: HTMLElement) {}

  /** Shows the editor for the page's parameters, or none for anything else. The same route again changes nothing. */
  show(routeParams: unknown): void {
    const route = parseRoute(routeParams);
    const path = route && formatRoute(route);
    if (path === this.#open?.path) return;
    this.#end();
    if (route && path) this.#begin(route, path);
  }

  #begin(route: Route, path: string): void {
    const editor = document.createElement('nuxeo-office-online-editor');
    const handover = takeOver(route);
    Object.assign(editor, { route, handover });
    editor.addEventListener('close', this.#handleClose);
    for (const type of EVENTS) editor.addEventListener(type, this.#handleEvent);
    this.#open = { path, route, handover, editor };
    document.body.append(editor);
  }

  #end(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    open.editor.remove();
    focusAction(open.route);
  }

  /** Goes back to where the person came from, in place of the editor's own entry in the history. */
  readonly #handleClose = () => {
    if (this.#open)
      location.replace(this.#open.handover?.from ?? hrefOfDocument(this.#open.route.documentId));
  };

  readonly #handleEvent = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    this.page.dispatchEvent(new CustomEvent(event.type, { bubbles: true, composed: true, detail }));
  };
}

/** Focuses the action of that file as soon as it can be seen, unless the person has gone on meanwhile. */
function focusAction({ documentId, xpath }: Route): void {
  const deadline = performance.now() + 5000;
  const look = () => {
    if (performance.now() > deadline || document.activeElement !== document.body) return;
    const action = [...actions].find(
      (candidate) =>
        !candidate.also &&
        candidate.route?.documentId === documentId &&
        candidate.route.xpath === xpath &&
        candidate.getClientRects().length,
    );
    if (action) action.focus();
    else requestAnimationFrame(look);
  };
  look();
}
