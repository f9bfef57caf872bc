import { html, nothing, render } from 'lit/html.js';
import type { CoAuthor } from '../../src/client/co-authors.js';
import { translate } from '../../src/web-ui/i18n.js';
import { tellLanguage } from '../../src/web-ui/text-language.js';
import { Announcer } from './announcer.js';
import { initialsOf, inkOn } from './initials.js';
import { PRESENCE_STYLES } from './styles.js';

export { coAuthorsOf } from '../../src/client/co-authors.js';

/** So many have a disc of their own; the others are in a list. */
const MAX_DISCS = 5;

const styles = new CSSStyleSheet();
styles.replaceSync(PRESENCE_STYLES);

/**
 * Who else has the file open: their initials in the colours of their cursors, more of them in a list. Pressing one has
 * the editor follow them, pressing again ends that. Who comes and who goes is read out.
 */
export class Presence {
  readonly #host = document.createElement('div');
  readonly #announcer = new Announcer(() => this.#render());
  #others: readonly CoAuthor[] = [];
  #followed?: number;

  /**
   * @param editor whose header has a place for it
   * @param follow tells the editor whom to follow: the values of `Action_FollowUser`
   */
  constructor(
    editor: HTMLElement,
    private readonly follow: (values: Record<string, unknown>) => void,
  ) {
    // An editor that comes back from the back/forward cache still has the one of the session before.
    editor.querySelector('.presence')?.remove();
    this.#host.slot = 'more';
    this.#host.className = 'presence';
    this.#host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles];
    // In the list, Escape closes the list: in the header it would close the editor.
    this.#host.addEventListener('keydown', (event) => this.#handleKey(event));
    // Safari gives a button that is pressed no focus: as long as the pointer is on the list, it stays.
    this.#host.addEventListener('focusout', () => this.#host.matches(':hover') || this.#closeList());
    editor.prepend(this.#host);
  }

  /** Shows that these people are there. */
  show(others: readonly CoAuthor[]): void {
    this.#others = others;
    if (!others.some(({ viewId }) => viewId === this.#followed)) this.#followed = undefined;
    this.#announcer.hear(others.map(({ name }) => name));
    this.#render();
  }

  get #list(): HTMLDetailsElement | null {
    return this.#host.shadowRoot!.querySelector('details');
  }

  #closeList(): void {
    if (this.#list) this.#list.open = false;
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#list?.open) return;
    event.stopPropagation();
    this.#closeList();
    this.#list.querySelector('summary')?.focus();
  }

  #toggle({ viewId }: CoAuthor): void {
    const isFollowed = this.#followed === viewId;
    this.#followed = isFollowed ? undefined : viewId;
    this.follow(isFollowed ? { Follow: false } : { Follow: true, ViewId: viewId });
    this.#render();
  }

  #render(): void {
    const others = this.#others;
    const more = others.length - MAX_DISCS;
    const label = translate('officeOnline.presence', String(others.length));
    tellLanguage(this.#host);
    // The announcer's place has to be there before it speaks, and when the last one has gone.
    render(
      html`<ul class="discs" aria-label=${label} ?hidden=${!others.length}>
          ${others.slice(0, MAX_DISCS).map((other) => html`<li>${this.#disc(other)}</li>`)}
        </ul>
        ${
          others.length
            ? html`<details class=${more > 0 ? '' : 'none'}>
                <summary class="disc" title=${label}>
                  <span class="desk">+${more}</span><span class="phone">${others.length}</span>
                  <span class="spoken">${label}</span>
                </summary>
                <ul>
                  ${others.map((other) => html`<li>${this.#entry(other)}</li>`)}
                </ul>
              </details>`
            : nothing
        }
        <p class="spoken" role="status">${this.#announcer.text}</p>`,
      this.#host.shadowRoot!,
    );
  }

  #disc(other: CoAuthor) {
    const { name, colour, isReadOnly } = other;
    const label = this.#labelOf(other);
    return html`<button
      class=${isReadOnly ? 'disc reads' : 'disc'}
      .style=${`--colour: ${colour}; --ink: ${inkOn(colour)}`}
      title=${label}
      aria-label=${label}
      aria-pressed=${this.#isFollowed(other)}
      @click=${() => this.#toggle(other)}
    >
      ${initialsOf(name)}
    </button>`;
  }

  #entry(other: CoAuthor) {
    return html`<button aria-pressed=${this.#isFollowed(other)} @click=${() => this.#toggle(other)}>
      <bdi>${this.#labelOf(other)}</bdi>
    </button>`;
  }

  #isFollowed = ({ viewId }: CoAuthor): boolean => viewId === this.#followed;

  #labelOf = ({ name, isReadOnly }: CoAuthor): string =>
    translate(isReadOnly ? 'officeOnline.presence.reads' : 'officeOnline.presence.edits', name);
}
