import { translate } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';

/** People come and go in bursts, as when an editor is loaded anew: what is left of it after so many ms is said. */
const CALM = 1500;

/** Says who has come and who has gone, politely and not for every move. */
export class Announcer {
  /** What is to be read out now. */
  text = '';
  #said: readonly string[] = [];
  #timer?: ReturnType<typeof setTimeout>;

  /** @param onText told whenever there is something else to read out */
  constructor(private readonly onText: () => void) {}

  /** Takes note of who is there. */
  hear(names: readonly string[]): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(names), CALM);
  }

  #say(names: readonly string[]): void {
    const come = names.filter((name) => !this.#said.includes(name));
    const gone = this.#said.filter((name) => !names.includes(name));
    this.#said = names;
    const sentences = [
      come.length && translate('officeOnline.presence.come', listOf(come)),
      gone.length && translate('officeOnline.presence.gone', listOf(gone)),
    ];
    this.text = sentences.filter(Boolean).join(' ');
    this.onText();
  }
}

/** `Bob, Carol` as one writes it in that language. */
const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(textLanguage(), { style: 'narrow', type: 'unit' }).format(names);
