import { translate } from '../src/nuxeo.js';
import type { EditorHost } from './editor-host.js';
import { loadEditor } from './open-offer.js';

/**
 * What stands in Web UI's page `office-online`: an editor over everything while the page is shown. That the page's
 * root has the attribute `visible` is the only sign of it (nuxeo-contract.md section 2).
 *
 * @summary The routed page: route → document → editor.
 * @event {CustomEvent<OfficeOnlineDetail>} office-online-opened - the editor is there; detail
 *   `{documentId, xpath, action}`
 * @event {CustomEvent<OfficeOnlineDetail>} office-online-saved - the editor has told that all changes are saved, as
 *   Collabora Online does while others just save; detail `{documentId, xpath, action}`
 * @event {CustomEvent<OfficeOnlineDetail>} office-online-closed - the session is over, though the last save may still
 *   be on its way to Nuxeo; detail `{documentId, xpath, action}`
 * @event {CustomEvent<OfficeOnlineFailedDetail>} office-online-failed - the session could not begin, or has failed;
 *   detail `{documentId, xpath, action, reason}`
 */
export class NuxeoOfficeOnlinePage extends HTMLElement {
  #routeParams: unknown;
  #host?: EditorHost;
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
    this.#observer.observe(this.#root, { attributeFilter: ['visible'] });
    void this.#follow();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    void this.#follow();
  }

  get #root(): Element {
    return this.closest('[name="office-online"]') ?? this;
  }

  get #shown(): unknown {
    return this.isConnected && this.#root.hasAttribute('visible') ? this.#routeParams : undefined;
  }

  async #follow(): Promise<void> {
    // What Web UI sets one after the other, parameters and `visible`, is looked at together.
    await Promise.resolve();
    if (!this.#host && !this.#shown) return;
    try {
      const { EditorHost } = await loadEditor();
      this.#host ??= new EditorHost(this);
      this.#host.show(this.#shown);
    } catch {
      this.#tellLoadFailed();
    }
  }

  /** Loading the page anew also leads who is signed out to the sign-in page. */
  #tellLoadFailed(): void {
    const button = document.createElement('button');
    button.textContent = translate('officeOnline.button.retry');
    button.onclick = () => location.reload();
    this.setAttribute('role', 'alert');
    this.replaceChildren(translate('officeOnline.failed.network'), ' ', button);
  }
}

customElements.define('nuxeo-office-online-page', NuxeoOfficeOnlinePage);
