import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { understoodSettings } from '../../src/admin/addon.js';
import { SECTIONS, type Finding, type Section, type Verdict } from '../../src/admin/finding.js';
import { reportOf } from '../../src/admin/report.js';
import { Status } from '../../src/admin/status.js';
import { fetchTexts, say } from '../../src/admin/texts.js';
import { icon } from '../common/icon.js';
import { styles } from './styles.js';

const ICONS: Record<Verdict, string> = {
  well: 'M5 13l4 4L19 7',
  wrong: 'M6 6l12 12M18 6L6 18',
  unknown: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01',
};

/** The status page in its door. */
class StatusPage {
  readonly #status = new Status(() => this.#render());
  /** What has become of the report, and the report itself where the browser did not let it be copied. */
  #copied: unknown;

  constructor(private readonly door: HTMLElement) {
    door.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles];
    // Web UI hides the whole administration around the page that is selected there, and tells that page nothing.
    new IntersectionObserver((changes) => this.#follow(changes.at(-1)!.isIntersecting)).observe(door);
  }

  /** The page is seen: everything is looked at anew; or it is not any more. */
  #follow(isSeen: boolean): void {
    if (isSeen) void this.#check('');
    else this.#status.end();
  }

  async #check(named: string): Promise<void> {
    this.#copied = undefined;
    await this.#status.check(named);
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#check((new FormData(event.target as HTMLFormElement).get('named') as string).trim());
  };

  readonly #copy = async (): Promise<void> => {
    const report = reportOf(this.#status.lines);
    const copied = await navigator.clipboard.writeText(report).then(
      () => true,
      () => false,
    );
    this.#copied = copied
      ? say('page.copied')
      : html`<label>${say('page.not-copied')}<textarea readonly .value=${report}></textarea></label>`;
    this.#render();
  };

  /** The frame stands in the door itself: a form finds none within a shadow tree. */
  readonly #try = (): void => {
    const frame = document.createElement('iframe');
    frame.name = 'nuxeo-office-online-trial';
    frame.title = say('line.trial');
    this.door.append(frame);
    this.#status.try(frame);
  };

  #render(): void {
    const page = html`<nuxeo-page>
      <div slot="header"><h1>${say('page.title')}</h1></div>
      <div>
        <form @submit=${this.#submit}>
          <div role="status">${this.#summary()}</div>
          <label>${say('page.file')}<input name="named" autocomplete="off" dir="auto" /></label>
          <button>${say('page.check')}</button>
          <button type="button" @click=${this.#copy}>${say('page.copy')}</button>
          ${this.#copied}
        </form>
        ${(Object.keys(SECTIONS) as Section[]).map((section) => this.#section(section))}
        <section>
          <h2>${say('page.settings')}</h2>
          ${understoodSettings().map(
            ({ name, value, isDefault }) =>
              html`<p>${name} = <bdi>${value}</bdi> ${isDefault ? `(${say('page.default')})` : nothing}</p>`,
          )}
        </section>
      </div>
    </nuxeo-page>`;
    render(page, this.door.shadowRoot!);
  }

  /** What there is to know at a glance. */
  #summary(): unknown {
    if (this.#status.isChecking) return say('page.checking');
    const lines = (verdict: 'wrong' | 'unknown') => {
      const found = this.#status.lines.filter((finding) => finding.verdict === verdict);
      const titles = [...new Set(found.map(({ title }) => title))].join(' · ');
      return titles && html`<p class=${verdict}>${say(`summary.${verdict}`, titles)}</p>`;
    };
    return html`${lines('wrong') || say('summary.well')}${lines('unknown')}`;
  }

  #section(section: Section): TemplateResult {
    return html`<section>
      <h2>${say(`section.${section}`)}</h2>
      <ul>
        ${this.#status.linesOf(section).map(
          ({ title, verdict, words, advice }: Finding) =>
            html`<li class=${verdict}>
              ${icon(ICONS[verdict])}
              <p>${title}: <b>${say(`verdict.${verdict}`)}</b></p>
              <p><bdi>${words}</bdi></p>
              ${advice && html`<p>→ ${advice}</p>`}
            </li>`,
        )}
      </ul>
      ${
        section === 'editor'
          ? html`<button type="button" ?disabled=${!this.#status.launchUrl} @click=${this.#try}>
                ${say('page.try')}</button
              ><slot></slot>`
          : nothing
      }
    </section>`;
  }
}

/** Makes the status page in its door, once. @throws where its messages can't be had */
export async function show(door: HTMLElement): Promise<void> {
  const locale = await fetchTexts();
  door.lang = locale;
  door.dir = /ar|he/.test(locale) ? 'rtl' : '';
  if (!door.shadowRoot) new StatusPage(door);
}
