import { handOver, takeOver, type Handover } from '../src/handover.js';
import { hrefOfDocument } from '../src/app.js';
import { hrefOf } from '../src/nuxeo.js';
import { fileOf, parseRoute } from '../src/read-route.js';
import { formatRoute, type Route } from '../src/route.js';
import type { Destination } from './destinations.js';
import { afterwards } from './later.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';

interface OpenEditor {
  path: string;
  route: Route;
  handover?: Handover;
  editor: NuxeoOfficeOnlineEditor;
}

/** Keeps one editor in step with what the page shows: a new one for every route, none when the page is left. */
export class EditorHost {
  #open?: OpenEditor;

  /** @param page where the editor's events are told from: inside Web UI, unlike the editor that lies over it */
  constructor(private readonly page: HTMLElement) {
    page.addEventListener('office-online-opened', () =>
      this.#tell(({ openedHere }, route) => openedHere(fileOf(route))),
    );
    page.addEventListener('office-online-saved', () =>
      this.#tell(({ line }, route) => line.tell('saved', fileOf(route))),
    );
  }

  #tell(act: (later: Awaited<typeof afterwards>, route: Route) => void): void {
    const route = this.#open?.route;
    if (route) void afterwards.then((later) => act(later, route));
  }

  /** Shows the editor for the page's parameters, or none for anything else. The same route again changes nothing. */
  show(routeParams: unknown): void {
    const route = parseRoute(routeParams);
    const path = route && formatRoute(route);
    if (path === this.#open?.path) return;
    this.#end();
    if (route && path) this.#begin(route, path);
  }

  #begin(route: Route, path: string): void {
    void afterwards.then(({ startHere }) => startHere(fileOf(route)));
    const editor = document.createElement('nuxeo-office-online-editor');
    const handover = takeOver(route);
    Object.assign(editor, { route, handover, page: this.page });
    editor.addEventListener('leave', this.#handleLeave);
    this.#open = { path, route, handover, editor };
    document.body.append(editor);
  }

  #end(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    open.editor.remove();
    const { outcome } = open.editor;
    void afterwards.then(({ endHere }) => endHere(open.route, outcome));
  }

  readonly #handleLeave = (event: Event) => {
    if (this.#open) this.#go(this.#open, (event as CustomEvent<Destination>).detail);
  };

  #go({ route, handover }: OpenEditor, destination: Destination): void {
    if (destination === 'permissions' || destination === 'history') {
      location.assign(hrefOfDocument(route.documentId, destination));
    } else if (destination === 'edit') {
      const edit: Route = { ...route, action: 'edit' };
      if (handover) handOver(edit, handover);
      location.replace(hrefOf(edit));
    } else {
      if (destination === 'elsewhere') {
        void afterwards.then(({ line }) => line.tell('come-forward', fileOf(route)));
      }
      // Back to where the person came from, in place of the editor's own entry in the history.
      location.replace(handover?.from ?? hrefOfDocument(route.documentId));
    }
  }
}
