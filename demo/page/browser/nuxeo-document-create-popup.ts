import '@nuxeo/nuxeo-elements/nuxeo-document.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-dialog.js';
import '@polymer/iron-pages/iron-pages.js';
import './nuxeo-document-create.js';
import './paper-tabs.js';
import { fire, markup, PageElement } from './element.js';
import type { DocumentElement, NuxeoDocument } from './nuxeo.js';

interface Dialog extends HTMLElement {
  opened: boolean;
  toggle(): void;
}

interface CreatePage extends HTMLElement {
  init(type?: string): void;
}

/** What a tab tells of the place that somebody is choosing. */
interface ChosenPlace {
  isValidTargetPath: boolean;
  parentPath: string;
  suggesterChildren?: NuxeoDocument[];
}

/**
 * The dialog for new content, with the tabs that are in CREATE_POPUP_ITEMS and CREATE_POPUP_PAGES: what is in these is
 * made once, long before the dialog opens, and hears of that by the attribute `visible` (docs/host.md "Create popup").
 */
export class NuxeoDocumentCreatePopup extends PageElement {
  declare parent: NuxeoDocument | undefined;
  declare parentPath: string;
  declare defaultPath: string;
  declare selectedTab: string;
  declare opened: boolean;
  declare suggesterChildren: NuxeoDocument[] | undefined;
  declare _showTabs: boolean;

  static get template() {
    return markup`
      <style>
        :host {
          --paper-tabs-selection-bar-color: var(--nuxeo-primary-color);
          display: block;
        }
        nuxeo-dialog {
          display: flex;
          flex-direction: column;
          z-index: 200;
          width: var(--nuxeo-document-create-popup-width, 65vw);
          height: var(--nuxeo-document-create-popup-height, 80vh);
          margin: 0;
        }
        paper-tabs {
          margin: 0;
          border-bottom: 1px solid var(--divider-color);
          padding: 0;
        }
        #holder {
          display: flex;
          flex: 1;
          width: 100%;
          height: 100%;
          margin: 0;
          padding: 0;
        }
        iron-pages {
          display: flex;
          flex: 1;
          width: 100%;
          min-height: 100%;
        }
      </style>
      <nuxeo-document
        id="defaultDoc"
        doc-path="[[parentPath]]"
        enrichers="permissions, subtypes"
        response="{{parent}}"
      ></nuxeo-document>
      <nuxeo-dialog id="createDocDialog" opened="{{opened}}" modal>
        <paper-tabs hidden$="[[!_showTabs]]" selected="{{selectedTab}}" attr-for-selected="name">
          <nuxeo-slot name="CREATE_POPUP_ITEMS" model="[[importContext]]"></nuxeo-slot>
        </paper-tabs>
        <div id="holder">
          <iron-pages selected="[[selectedTab]]" attr-for-selected="name" selected-attribute="visible">
            <nuxeo-slot name="CREATE_POPUP_PAGES" model="[[importContext]]"></nuxeo-slot>
            <nuxeo-document-create
              id="simpleCreation"
              name="create"
              parent="[[parent]]"
              target-path="{{parentPath}}"
              suggester-children="{{suggesterChildren}}"
            ></nuxeo-document-create>
          </iron-pages>
        </div>
      </nuxeo-dialog>
    `;
  }

  static get properties() {
    return {
      parent: Object,
      parentPath: String,
      defaultPath: String,
      suggesterChildren: Array,
      selectedTab: { type: String, value: '' },
      opened: { type: Boolean, value: false, observer: '_openedChanged' },
      _showTabs: { type: Boolean, value: true },
      importContext: { type: Object, computed: '_computeImportContext(parent, i18n)' },
    };
  }

  override ready(): void {
    super.ready();
    const showTabs = (shown: boolean) => () => void (this._showTabs = shown);
    this.addEventListener('nx-creation-wizard-hide-tabs', showTabs(false));
    this.addEventListener('nx-creation-wizard-show-tabs', showTabs(true));
    this.addEventListener('nx-document-creation-finished', () => this.close());
    this.addEventListener('nx-document-creation-suggester-parent-changed', (event) => {
      this.follow((event as CustomEvent<ChosenPlace>).detail);
    });
  }

  /** Opens on the tab “Create”, at a type if one is named; only a toast where the parent may not be read. */
  async toggleDialog(type?: string): Promise<void> {
    if (type !== undefined) Object.assign(this, { selectedTab: 'create', _showTabs: false });
    if (!(await this.fetchParent())) {
      const message = this.i18n('documentCreationBehavior.error.noPermission');
      return fire(this, 'notify', { message });
    }
    (this.$.simpleCreation as CreatePage).init(type);
    this.dialog.toggle();
  }

  _openedChanged(opened: boolean): void {
    if (!opened) this.selectedTab = '';
    else if (this.selectedTab === '') this.selectedTab = 'create';
  }

  _computeImportContext(parent: NuxeoDocument | undefined, i18n: unknown): object {
    return { parent, i18n };
  }

  private get dialog(): Dialog {
    return this.$.createDocDialog as Dialog;
  }

  private close(): void {
    if (!this.dialog.opened) return;
    this.dialog.toggle();
    this._showTabs = true;
  }

  /** Loads the parent where it comes without its enrichers. @returns false where the person may not read it */
  private async fetchParent(): Promise<boolean> {
    if (!this.parentPath) this.parentPath = this.defaultPath;
    if (this.parent?.contextParameters) return true;
    try {
      await (this.$.defaultDoc as DocumentElement).get();
      return true;
    } catch (refusal) {
      if ((refusal as { status?: number }).status === 403) return false;
      throw refusal;
    }
  }

  private follow({ isValidTargetPath, parentPath, suggesterChildren }: ChosenPlace): void {
    const path = parentPath.replace(/(.+)\/$/, '$1');
    if (!isValidTargetPath || (this.parent && (path === '' || this.parent.path === path))) return;
    Object.assign(this, { parentPath, suggesterChildren });
    void (this.$.defaultDoc as DocumentElement).get();
  }
}

customElements.define('nuxeo-document-create-popup', NuxeoDocumentCreatePopup);
