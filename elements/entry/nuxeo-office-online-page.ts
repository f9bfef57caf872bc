import { tellEventsFrom } from '../../src/events.js';
import { application } from '../../src/web-ui/globals.js';
import { translate, type MessageKey } from '../../src/web-ui/i18n.js';

/**
 * What stands in Web UI's page `office-online`: an editor over everything while the page is shown. That the page's
 * root has the attribute `visible` is the only sign of it (docs/host.md "Pages and routes").
 *
 * @summary The routed page: route → document → editor.
 */
export class NuxeoOfficeOnlinePage extends HTMLElement {
  #routeParams: unknown;
  #wasShown = false;
  readonly #observer = new MutationObserver(() => void this.#follow());

  /** The address below `office-online`, as Web UI splits it: `['edit', 'default', documentId, 'file:content']`. */
  get routeParams(): unknown {
    return this.#routeParams;
  }

  set routeParams(params: unknown) {
    this.#routeParams = params;
    void this.#follow();
  }

  connectedCallback(): void {
    tellEventsFrom(this);
    this.#observer.observe(this.#root, { attributeFilter: ['visible'] });
    void this.#follow();
    this.#comeLate();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    void this.#follow();
  }

  /**
   * Web UI waits a second for a page that an address names, and shows “not found” then (docs/host.md "Pages and routes"). On
   * a slow machine this page may come after that: Web UI is told to show it now.
   */
  #comeLate(): void {
    const app = application();
    const params = this.#addressed;
    if (app?.page === 'error' && params) app.show?.('office-online', params);
  }

  /** The parameters for this page in the window's address, split as Web UI does it; none where it names another. */
  get #addressed(): string[] | undefined {
    const { hash, pathname } = location;
    const [, path] = /\/office-online\/([^?]+)/.exec(hash.startsWith('#!') ? hash : pathname) ?? [];
    return path ? decodeURIComponent(path).split('/') : undefined;
  }

  get #root(): Element {
    return this.closest('[name="office-online"]') ?? this;
  }

  /** The parameters while the page is shown; `null` where it has been taken away. */
  get #shown(): unknown {
    if (!this.isConnected) return null;
    return this.#root.hasAttribute('visible') ? this.#routeParams : undefined;
  }

  async #follow(): Promise<void> {
    // Web UI sets `routeParams` and `visible` one after the other: looking after both keeps the first from opening an
    // editor for a page that is just being left.
    await Promise.resolve();
    const shown = this.#shown;
    if (!this.#wasShown && !shown) return;
    this.#wasShown = true;
    // Fetched as all code of ours is: from Nuxeo, so that what fails is the way there.
    const room = await import('../editor/nuxeo-office-online-editor.js').catch(() => undefined);
    if (!room) return this.#tell('officeOnline.failed.network');
    try {
      this.replaceChildren();
      // Web UI may have shown a document meanwhile that it has loaded anew, whatever the address: the person is still here.
      if (shown && !this.#shown && JSON.stringify(this.#addressed) === JSON.stringify(shown))
        room.show(shown);
      if (!room.show(this.#shown) && this.#shown) this.#tell('officeOnline.failed.not-found');
    } catch (error) {
      reportError(error);
      this.#tell('officeOnline.failed.unexpected');
    }
  }

  /** Says what has failed. Loading the page anew also leads who is signed out to the sign-in page. */
  #tell(message: MessageKey): void {
    const button = document.createElement('button');
    button.textContent = translate('officeOnline.button.retry');
    button.onclick = () => location.reload();
    this.setAttribute('role', 'alert');
    this.replaceChildren(translate(message), ' ', button);
  }
}

customElements.define('nuxeo-office-online-page', NuxeoOfficeOnlinePage);
