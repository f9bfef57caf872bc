import { IronA11yKeysBehavior } from '@polymer/iron-a11y-keys-behavior/iron-a11y-keys-behavior.js';
import { mixinBehaviors } from '@polymer/polymer/lib/legacy/class.js';
import { PolymerElement } from '@polymer/polymer/polymer-element.js';
import { fire } from './element.js';

interface KeysBehavior {
  addOwnKeyBinding(keys: string, handler: string): void;
}

const KeysElement = mixinBehaviors([IronA11yKeysBehavior], PolymerElement) as new () => PolymerElement &
  KeysBehavior;

/** Elements of Web UI that take keys themselves. */
const TAKERS = ['INPUT', 'TEXTAREA', 'NUXEO-DIALOG', 'PAPER-DIALOG', 'PAPER-BUTTON', 'PAPER-CHECKBOX'];

/** A shortcut: fires `pressed` for keys anywhere in the page, but for those in fields and dialogs. */
class NuxeoKeys extends KeysElement {
  declare keys: string;

  static get properties() {
    return {
      keys: String,
      // Not the element's own: a shortcut holds whatever has the focus.
      keyEventTarget: { type: Object, value: () => document.body },
    };
  }

  override ready(): void {
    super.ready();
    this.addOwnKeyBinding(this.keys, '_handlePressed');
  }

  _handlePressed({ detail }: CustomEvent<{ keyboardEvent: KeyboardEvent }>): void {
    const { keyboardEvent } = detail;
    const [from] = keyboardEvent.composedPath();
    if (from instanceof HTMLElement && (TAKERS.includes(from.tagName) || from.isContentEditable)) return;
    fire(this, 'pressed', { keyboardEvent });
    keyboardEvent.preventDefault();
  }
}

customElements.define('nuxeo-keys', NuxeoKeys);
