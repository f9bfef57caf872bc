import { html, type TemplateResult } from 'lit';
import type { OpenFile } from '../../src/session/open-file.js';
import type { SessionState } from '../../src/session/session-state.js';
import { version } from '../../src/version.js';
import { translate } from '../../src/web-ui/i18n.js';

type Failed = Extract<SessionState, { phase: 'failed' }>;

/** When each failure was first shown. */
const moments = new WeakMap<Failed, Date>();

/** What support asks for, a line each: never a token, nor the name of a file or of a person. */
function linesOf(failed: Failed, { session }: OpenFile): string {
  const moment = moments.get(failed) ?? new Date();
  moments.set(failed, moment);
  const all = {
    time: moment.toISOString(),
    reason: failed.reason,
    detail: failed.detail,
    editor: session?.origin,
    hid: session?.address?.searchParams.get('hid'),
    wdUserSession: session?.userSession ?? new URLSearchParams(location.search).get('wdUserSession'),
    version,
  };
  return Object.entries(all)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** Shows them when somebody wants to see them, with a button that copies them. */
export function failureDetails(failed: Failed, openFile: OpenFile): TemplateResult {
  const lines = linesOf(failed, openFile);
  const copy = async ({ target }: Event) => {
    const button = target as HTMLElement;
    try {
      await navigator.clipboard.writeText(lines);
      button.textContent = translate('officeOnline.details.copied');
    } catch {
      // On a page without https there is no clipboard: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(button.previousElementSibling!);
    }
  };
  return html`<details>
    <summary>${translate('officeOnline.details')}</summary>
    <pre dir="ltr">${lines}</pre>
    <button @click=${copy}>${translate('officeOnline.details.copy')}</button>
  </details>`;
}
