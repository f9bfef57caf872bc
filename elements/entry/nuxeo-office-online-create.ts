import { translate } from '../../src/web-ui/i18n.js';
import { Door, type Room } from './door.js';

/** What the tab shows where its code can't be fetched. */
const unreachable: Room<Door> = {
  show: (door) => {
    door.hidden = false;
    door.shadowRoot!.textContent = translate('officeOnline.failed.network');
  },
};

/**
 * The page of the tab “Office” in Web UI's create dialog: a new Word document, workbook or presentation, or one from a
 * template, which opens as soon as it is made. Its code is fetched when the tab is opened.
 *
 * @summary Makes a new document with an Office file, and opens it.
 * @event {CustomEvent} nx-document-creation-finished - the document is made and opens; Web UI closes the dialog
 * @event {CustomEvent} nx-document-creation-suggester-parent-changed - another place is asked for; Web UI loads it
 * @cssproperty --nuxeo-text-default - colour of the text
 * @cssproperty --nuxeo-warn-text - mark of what went wrong
 * @cssproperty --nuxeo-button-primary - background of “Create”
 * @cssproperty --nuxeo-button-primary-focus - background of “Create” under the pointer and with the focus
 * @cssproperty --nuxeo-button-primary-text - colour of its text
 * @cssproperty --nuxeo-link-hover-color - mark of what is under the pointer
 * @cssproperty --nuxeo-box - background of the fields, and colour of the letters in the icons
 * @cssproperty --nuxeo-border - border of the fields
 * @cssproperty --nuxeo-dialog-buttons-bar - background of the buttons' bar
 * @cssproperty --input-background - background of the cards
 */
export class NuxeoOfficeOnlineCreate extends Door {
  static readonly observedAttributes = ['visible'];

  /** The folder, with the enrichers `permissions` and `subtypes`, as Web UI's create dialog loads it. */
  declare parent: unknown;

  /** The current user, as `Nuxeo.UI.app.currentUser` has it. */
  declare user: unknown;

  #open: () => void = () => undefined;
  readonly #isOpened = new Promise<void>((resolve) => (this.#open = resolve));

  override attributeChangedCallback(): void {
    if (this.hasAttribute('visible')) this.#open();
    super.attributeChangedCallback();
  }

  protected async load(): Promise<Room<Door>> {
    await this.#isOpened;
    return import('../create/create.js').catch(() => unreachable);
  }
}

NuxeoOfficeOnlineCreate.shows('parent', 'user');
customElements.define('nuxeo-office-online-create', NuxeoOfficeOnlineCreate);
