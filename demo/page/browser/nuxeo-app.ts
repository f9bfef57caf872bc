import '@nuxeo/nuxeo-elements/nuxeo-connection.js';
import '@nuxeo/nuxeo-elements/nuxeo-document.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-error.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-card.js';
import '@polymer/iron-pages/iron-pages.js';
import './account-menu.js';
import './app-sidebar.js';
import './nuxeo-admin.js';
import './nuxeo-browser.js';
import './nuxeo-document-create-button.js';
import './nuxeo-expired-session.js';
import './nuxeo-home.js';
import './nuxeo-keys.js';
import './nuxeo-page.js';
import './nuxeo-toasts.js';
import { config } from '@nuxeo/nuxeo-elements';
import { PolymerElement } from '@polymer/polymer/polymer-element.js';
import { fire, markup, PageElement } from './element.js';
import { type DocumentElement, type NuxeoDocument, type NuxeoUser, webUi } from './nuxeo.js';
import type { NuxeoDocumentCreatePopup } from './nuxeo-document-create-popup.js';
import type { Notification, NuxeoToasts } from './nuxeo-toasts.js';
import type { RoutedApp } from './router.js';

/** What a refused request rejects with. */
interface Refusal {
  status?: number;
  message?: string;
}

/** The element at `Nuxeo.UI.app`: pages, current document and the events that addons fire (docs/host.md "Events"). */
export class NuxeoApp extends PageElement implements RoutedApp {
  declare baseUrl: string;
  declare productName: string;
  declare page: string;
  declare routeParams: string[] | undefined;
  declare currentDocument: NuxeoDocument | undefined;
  declare currentParent: NuxeoDocument | undefined;
  declare currentUser: NuxeoUser | undefined;
  declare selectedAdminTab: string;
  declare docId: string;
  declare docPath: string;
  declare docAction: string;

  static get template() {
    return markup`
      <style>
        :host {
          display: flex;
        }
        app-sidebar {
          flex: none;
        }
        #pages {
          flex: 1;
          min-width: 0;
        }
        #snackbarPanel {
          position: absolute;
          z-index: 103;
          bottom: 8px;
          left: 58px;
        }
        account-menu {
          position: fixed;
          z-index: 100;
          top: var(--nuxeo-app-top, 0px);
          right: 0;
        }
      </style>

      <nuxeo-expired-session></nuxeo-expired-session>
      <nuxeo-connection id="nxcon" user="{{currentUser}}"></nuxeo-connection>
      <nuxeo-document id="doc" doc-id="[[docId]]" doc-path="[[docPath]]"></nuxeo-document>

      <app-sidebar
        id="menu"
        tabindex="-1"
        user="[[currentUser]]"
        admin-tab="{{selectedAdminTab}}"
      ></app-sidebar>

      <iron-pages
        id="pages"
        role="main"
        selected="[[page]]"
        attr-for-selected="name"
        selected-attribute="visible"
      >
        <nuxeo-slot name="PAGES" model="[[actionContext]]"></nuxeo-slot>
        <nuxeo-home name="home"></nuxeo-home>
        <nuxeo-browser
          name="browse"
          document="[[currentDocument]]"
          selected-tab="{{docAction}}"
        ></nuxeo-browser>
        <nuxeo-admin
          name="admin"
          user="[[currentUser]]"
          selected="[[selectedAdminTab]]"
          route-params="[[routeParams]]"
        ></nuxeo-admin>
        <nuxeo-page name="error">
          <nuxeo-card><nuxeo-error id="error"></nuxeo-error></nuxeo-card>
        </nuxeo-page>
      </iron-pages>

      <account-menu user="[[currentUser]]"></account-menu>
      <nuxeo-document-create-button></nuxeo-document-create-button>
      <nuxeo-document-create-popup
        id="importPopup"
        parent="[[currentParent]]"
        default-path="/"
      ></nuxeo-document-create-popup>
      <div id="snackbarPanel"><nuxeo-toasts id="toasts"></nuxeo-toasts></div>

      <nuxeo-keys keys="/ ctrl+space s" on-pressed="_handleMissing"></nuxeo-keys>
      <nuxeo-keys keys="d" on-pressed="_showHome"></nuxeo-keys>
      <nuxeo-keys keys="m" on-pressed="_focusMenu"></nuxeo-keys>
    `;
  }

  static get properties() {
    return {
      baseUrl: String,
      productName: { type: String, value: 'Nuxeo' },
      page: { type: String, observer: '_pageChanged' },
      routeParams: Array,
      currentDocument: Object,
      currentParent: Object,
      currentUser: { type: Object, observer: '_currentUserChanged' },
      selectedAdminTab: String,
      docId: String,
      docPath: String,
      docAction: { type: String, value: 'view' },
      actionContext: {
        type: Object,
        computed: '_computeActionContext(currentDocument, currentUser, routeParams)',
      },
    };
  }

  static get observers() {
    return ['_updateTitle(page, i18n, currentDocument, selectedAdminTab)'];
  }

  override ready(): void {
    super.ready();
    const on = (type: string, handle: (detail: unknown) => void): void =>
      this.addEventListener(type, (event) => handle((event as CustomEvent<unknown>).detail));
    on('document-updated', () => this.refresh());
    on('notify', (detail) => this.toasts.show(detail as Notification));
    on('navigate', (detail) => this._navigate(detail as { doc?: NuxeoDocument; docAction?: string }));
    on('create-document', (detail) => void this.createDocument((detail as { type?: string }).type));
    on('document-created', (detail) => this._documentCreated(detail as { response: NuxeoDocument }));
    on('document-locked', () => this._documentChanged('app.document.locked'));
    on('document-unlocked', () => this._documentChanged('app.document.unlocked'));
    on('file-deleted', () => this._documentChanged('app.document.fileDeleted'));
    window.addEventListener('unhandledrejection', ({ reason }: { reason?: Refusal | null }) => {
      if (reason?.status === 404) this.showError(404, reason.message ?? '', location.href);
    });
  }

  /** Shows a page: one of ours or one that an addon brought into PAGES. */
  show(page: string, routeParams?: string[]): void {
    this.page = page;
    this.routeParams = routeParams;
  }

  /** Shows a page of the administration to those who may see it, once it is known who the person is. */
  async showAdministration(tab: string): Promise<void> {
    await (this.$.nxcon as HTMLElement & { connect(): Promise<unknown> }).connect();
    if (!this.hasAdministrationPermissions(this.currentUser)) return this.showError(404, '', location.href);
    this.selectedAdminTab = tab;
    this.show('admin');
  }

  /** Loads a document, by its id or else by its path, and shows it on the page. */
  load(page: string, id: string, path: string, tab: string): void {
    this._loadDocument(id, path).then(
      () => {
        this.docAction = tab;
        this.show(page);
      },
      (refusal: Refusal) =>
        this.showError(refusal.status ?? 500, this.i18n('browse.error'), refusal.message ?? ''),
    );
  }

  /** Shows the error page. */
  showError(code: number, message: string, url: string): void {
    Object.assign(this.$.error as HTMLElement, { code, message, url });
    this.show('error');
  }

  /** Loads the current document again and shows it, with the address left as it is; the home page if there is none. */
  refresh(): void {
    if (this.docId || this.docPath) this.load('browse', this.docId, this.docPath, this.docAction);
    else this.navigateTo('home');
  }

  /** Home without a route, as Web UI's key `d` shows it. */
  _showHome(): void {
    this.show('home');
  }

  _focusMenu(): void {
    (this.$.menu as HTMLElement).focus();
  }

  _handleMissing(): void {
    this.toasts.show({ message: this.i18n('app.notInStandIn') });
  }

  private get toasts(): NuxeoToasts {
    return this.$.toasts as NuxeoToasts;
  }

  private async _loadDocument(id: string, path: string): Promise<void> {
    this.docId = id;
    this.docPath = path;
    const element = this.$.doc as DocumentElement;
    element.headers = { 'translate-directoryEntry': 'label', 'fetch-document': fetchedParts() };
    element.enrichers = config.get('enrichers');
    const document = await element.get();
    if (this.docId && !document.isVersion) {
      this.docId = '';
      this.docPath = document.path;
    }
    this.currentDocument = document;
    this.currentParent = this.hasFacet(document, 'Folderish')
      ? document
      : document.contextParameters?.breadcrumb?.entries.at(-2);
  }

  /** An addon may bring the page a moment later. What is not there within a second, or not Polymer's, is not found. */
  async _pageChanged(page: string): Promise<void> {
    const deadline = Date.now() + 1000;
    let element: Element | null = null;
    while (!element && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      element = this.$.pages?.querySelector(`[name="${CSS.escape(page)}"]`) ?? null;
    }
    void loadLaterElements();
    if (this.page !== page) return;
    if (!element) this.showError(404, '', page);
    else if (!(element instanceof PolymerElement)) this.showError(404, '', `${element.localName}.html`);
  }

  _currentUserChanged(user: NuxeoUser | undefined): void {
    if (user) webUi().nuxeo.slots.setSharedModel({ user });
  }

  _computeActionContext(document: unknown, user: unknown, routeParams: unknown): object {
    return { document, user, routeParams };
  }

  _updateTitle(page: string | undefined): void {
    if (!page) return;
    const title = page === 'browse' ? this.currentDocument?.title : this.i18n(`app.title.${page}`);
    const tab = page === 'admin' && this.i18n(`app.title.admin.${this.selectedAdminTab}`);
    document.title = [tab, title, this.productName].filter(Boolean).join(' - ');
  }

  private _navigate({ doc, docAction }: { doc?: NuxeoDocument; docAction?: string }): void {
    if (doc) this.navigateTo(doc, ...(docAction ? [docAction] : []));
  }

  private async createDocument(type?: string): Promise<void> {
    await loadLaterElements();
    await (this.$.importPopup as NuxeoDocumentCreatePopup).toggleDialog(type);
  }

  private _documentCreated({ response }: { response: NuxeoDocument }): void {
    this.toasts.show({ message: this.i18n('app.createdDocument', response.title) });
  }

  private _documentChanged(message: string): void {
    this.toasts.show({ message: this.i18n(message) });
    fire(this, 'document-updated');
  }
}

/** What Web UI loads when the first page is shown, and not before. */
const loadLaterElements = (): Promise<unknown> => import('./nuxeo-document-create-popup.js');

/** What Web UI has the server fetch with a document: what is configured, and locks always. */
function fetchedParts(): string {
  const configured = config.get('fetch.document');
  const parts: unknown[] = Array.isArray(configured) ? configured : [configured];
  return [...new Set([...parts, 'lock'])].filter(Boolean).join(',');
}

customElements.define('nuxeo-app', NuxeoApp);
