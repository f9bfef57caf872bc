import { css, html, nothing, type TemplateResult } from 'lit';
import { fillsWindow } from '../../src/session/fills-window.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { translate, type MessageKey } from '../../src/web-ui/i18n.js';
import { questionStyles } from './convert-question.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';

const styles = css`
  :host([data-fills]) header {
    display: none;
  }
  :host([data-fills]) section {
    inset: 0;
    outline: none;
  }
  dialog .notice {
    position: static;
  }
  dialog .banner {
    margin: 0;
    border: 0;
  }
  dialog > div:focus-visible {
    outline: none;
  }
  dialog > div + form {
    margin-block-start: 8px;
  }
`;

/** Those whose editor is seen to: each of their sessions comes here. */
const filled = new WeakSet<OpenFile>();

/**
 * Has the editor fill the window while it is there, with nothing of ours on it or around it. What must be told is a dialog
 * that goes: the end of the token or of the Nuxeo session, and an editor that has failed.
 */
export function fillWindow(openFile: OpenFile, editor: NuxeoOfficeOnlineEditor): void {
  if (filled.has(openFile)) return;
  filled.add(openFile);
  for (const { styleSheet } of [questionStyles, styles]) {
    const sheets = editor.shadowRoot!.adoptedStyleSheets;
    if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }
  const window = new WholeWindow(openFile, editor);
  editor.present = (notice) => window.present(notice);
  window.follow();
  openFile.subscribe(() => window.follow());
}

class WholeWindow {
  /** What the person has read, and wants to see no more before there is something else to say. */
  #read = '';
  #hasFilled = false;

  constructor(
    private readonly openFile: OpenFile,
    private readonly editor: NuxeoOfficeOnlineEditor,
  ) {
    this.#section.tabIndex = -1;
    this.#section.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !this.#dialog && !openFile.isEnded) editor.onLeave?.('back');
    });
  }

  /** It begins with its text: who is typing as it comes must not press a button. */
  get #dialog(): HTMLDialogElement | null {
    return this.#section.querySelector('dialog');
  }

  get #section(): HTMLElement {
    return this.editor.shadowRoot!.querySelector('section')!;
  }

  follow(): void {
    const { openFile, editor } = this;
    const isFilled = !openFile.isEnded && fillsWindow(openFile);
    this.#hasFilled ||= isFilled;
    if (isFilled === editor.hasAttribute('data-fills')) return;
    // What has the focus in the header goes out of sight. Once the editor is open, the frame gets it from the element.
    const hasFocus = editor.shadowRoot!.activeElement ?? document.activeElement === document.body;
    editor.toggleAttribute('data-fills', isFilled);
    if (isFilled && hasFocus) this.#section.focus();
    editor.requestUpdate();
  }

  /** A notice as it is shown: in a dialog, where it is about a session that was open. */
  present(notice: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    const { openFile } = this;
    const { token, state } = openFile;
    const isFailed = state.phase === 'failed';
    if (!this.#hasFilled || !(isFailed || token?.notice)) {
      // What was told is over: signed in again, perhaps, in another tab.
      if (this.#dialog) void this.editor.updateComplete.then(() => this.#focusFrame());
      return notice;
    }
    if (!isFailed && token?.speech === this.#read) return nothing;
    if (!this.#dialog)
      void this.editor.updateComplete.then(() => this.#dialog?.querySelector('div')?.focus());
    return html`<dialog
      aria-label=${openFile.file?.fileName}
      @focusin=${() => openFile.send('Blur_Focus')}
      @close=${() => this.#handleClose(isFailed)}
    >
      <div tabindex="-1">${notice}</div>
      ${closeButton(isFailed ? 'officeOnline.close' : 'officeOnline.button.later')}
    </dialog>`;
  }

  #handleClose(isFailed: boolean): void {
    const { editor } = this;
    if (isFailed) return editor.onLeave?.('back');
    this.#read = this.openFile.token?.speech ?? '';
    editor.requestUpdate();
    this.#focusFrame();
  }

  #focusFrame(): void {
    this.editor.querySelector<HTMLIFrameElement>('iframe:not([hidden])')?.focus();
  }
}

/** The dialog keeps everybody from the header, and not everybody has an Escape key. */
const closeButton = (label: MessageKey): TemplateResult =>
  html`<form method="dialog"><button>${translate(label)}</button></form>`;
