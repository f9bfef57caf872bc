import { pressLaunch } from '../../src/access/pressed-launch.js';
import { parseRoute } from '../../src/address/read-route.js';
import { formatRoute, type Route } from '../../src/address/route.js';
import type { Offer } from '../../src/offer/offers.js';
import type { Destination } from '../../src/session/destination.js';
import type { Handover } from '../../src/session/handover.js';
import type { OpenFile } from '../../src/session/open-file.js';
import type { Place } from '../../src/web-ui/history.js';
import { goTo } from '../../src/web-ui/navigation.js';
import { hrefOf } from '../../src/web-ui/router.js';
import { followUp } from './follow-up-chunk.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';

interface OpenEditor {
  path: string;
  route: Route;
  handover?: Handover;
  editor: NuxeoOfficeOnlineEditor;
  /** Where in the history the person came from. */
  cameFrom?: Place;
  /** Whether the address has gone elsewhere, and the editor is only still saving. */
  isLeft?: boolean;
  /**
   * The window's address while Web UI does not show our page: a click opens the editor before that, and a document that
   * Web UI loads anew meanwhile gets shown beneath it.
   */
  aheadAt?: string;
}

/** The address follows a click after this at the latest, in ms: where the server is quick, the form goes first. */
const ADDRESS_DELAY = 250;

/** Resolves when the form has been posted or can't be, or when that takes long. */
const postedOrLate = (openFile: OpenFile): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ADDRESS_DELAY);
    openFile.subscribe(({ type }) => {
      if (type === 'posted' || type === 'failed') resolve();
    });
  });

const absolute = (href: string) => new URL(href, location.href).href;

/** Keeps one editor: the one that a click asks for or that the address names; none when our page is left. */
class EditorHost {
  #open?: OpenEditor;

  constructor() {
    // “Back” while Web UI does not show our page: what is not shown can't tell that it is hidden.
    window.addEventListener('popstate', () => {
      const open = this.#open;
      if (open?.aheadAt && open.aheadAt !== location.href) this.#handleLeft(open);
    });
  }

  /** The button goes down on an offer: the server is asked before the click comes. */
  press(offer: Offer): void {
    if (!this.#open) pressLaunch(offer);
  }

  /** Opens the editor that a click asks for, here and now; the address follows. */
  open(route: Route, handover: Handover): void {
    const path = formatRoute(route);
    if (path === this.#open?.path) return;
    this.#end();
    const open = this.#begin(route, path, handover);
    open.aheadAt = location.href;
    void postedOrLate(open.editor.openFile).then(() => {
      if (this.#open !== open || !open.aheadAt) return;
      open.aheadAt = absolute(hrefOf(route));
      goTo(route);
      this.#notePlace(open, ({ placeBefore }) => placeBefore());
    });
  }

  /**
   * Shows the editor for our page's parameters, or none for anything else. The same route again changes nothing.
   * @param routeParams `null` where our page has been taken away
   * @returns whether they are a route
   */
  show(routeParams: unknown): boolean {
    const route = parseRoute(routeParams);
    const path = route && formatRoute(route);
    const open = this.#open;
    if (open && path === open.path) {
      Object.assign(open, { aheadAt: undefined, isLeft: false });
    } else if (route && path) {
      this.#end();
      const open = this.#begin(route, path);
      this.#notePlace(open, ({ hrefOfDocument, otherWebUi, placeBeneath }) =>
        otherWebUi(route.repository) ? undefined : placeBeneath(hrefOfDocument(route)),
      );
    } else if (open && !open.aheadAt) {
      // Web UI shows a document that it has loaded anew without asking for the address: the person has not left.
      if (routeParams !== null && location.href === absolute(hrefOf(open.route)))
        open.aheadAt = location.href;
      else this.#handleLeft(open);
    }
    return !!route;
  }

  #notePlace(open: OpenEditor, find: (beside: Awaited<typeof followUp>) => Place | undefined): void {
    void followUp.then((beside) => {
      if (this.#open === open) open.cameFrom = find(beside);
    });
  }

  /** The address has gone elsewhere, by “Back” perhaps: as far as a page can, what is not saved is saved still. */
  #handleLeft(open: OpenEditor): void {
    if (open.isLeft) return;
    open.isLeft = true;
    void open.editor.openFile.saveNow().then(() => {
      if (this.#open === open && open.isLeft) this.#end();
    });
  }

  #begin(route: Route, path: string, handover?: Handover): OpenEditor {
    const editor = document.createElement('nuxeo-office-online-editor');
    Object.assign(editor, { route, handover });
    editor.onLeave = (destination) => this.#leave(destination);
    const open: OpenEditor = { path, route, handover, editor };
    this.#open = open;
    document.body.append(editor);
    return open;
  }

  #end(): void {
    const open = this.#open;
    this.#open = undefined;
    open?.editor.remove();
  }

  /** The person leaves the editor. What is not saved is saved first, in sight; leaving again goes at once. */
  #leave(destination: Destination): void {
    const open = this.#open;
    if (!open) return;
    const go = () => {
      if (this.#open === open) this.#go(open, destination);
    };
    if (open.editor.openFile.leaving) go();
    else void open.editor.openFile.saveNow().then(go);
  }

  #go(open: OpenEditor, destination: Destination): void {
    const { route, handover, cameFrom, aheadAt, isLeft } = open;
    if (destination === 'edit') return this.#edit(open);
    this.#end();
    // The address has not come yet, or has gone elsewhere: the person is where they want to be.
    if (isLeft || (destination === 'back' && aheadAt && aheadAt !== absolute(hrefOf(route)))) return;
    followUp.then(
      ({ askToComeForward, goBack, hrefOfDocument }) => {
        if (destination === 'permissions' || destination === 'history') {
          return location.assign(hrefOfDocument(route, destination));
        }
        if (destination === 'elsewhere') askToComeForward(route);
        goBack(cameFrom, handover?.from ?? hrefOfDocument(route));
      },
      // The code for it could not be fetched: Web UI's own page is the next best.
      () => location.replace(handover?.from ?? './'),
    );
  }

  /** From the viewer to the editor, which takes the viewer's place in the history. */
  #edit({ route, handover, cameFrom, editor }: OpenEditor): void {
    const edit: Route = { ...route, action: 'edit' };
    const path = formatRoute(edit);
    // The file stays locked against the person's other tabs: one that waits for it must not get it in between.
    const lock = editor.openFile.passOnLock();
    this.#end();
    const open = this.#begin(edit, path, { from: handover?.from, lock });
    open.cameFrom = cameFrom;
    open.aheadAt = absolute(hrefOf(edit));
    location.replace(hrefOf(edit));
  }
}

/** One for the whole page: there is one editor over Web UI at a time. */
const host = new EditorHost();

export const press = (offer: Offer): void => host.press(offer);
export const open = (route: Route, handover: Handover): void => host.open(route, handover);
export const show = (routeParams: unknown): boolean => host.show(routeParams);
