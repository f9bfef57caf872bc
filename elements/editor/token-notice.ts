import { html, type TemplateResult } from 'lit';
import { translate } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';
import type { Failure } from '../../src/failure.js';
import type { TokenKeeper } from '../../src/session/token-keeper.js';
import type { TokenNotice } from '../../src/session/token-state.js';
import { choiceButtons, type Choice } from './notice.js';

/**
 * When that is, as the language says it, in the case it wants: "in 4 minutes", "in 30 seconds". Where the browser does
 * not have the language, as Chromium has no Basque, without words: "4 min".
 */
export function timeAhead(seconds: number): string {
  const language = textLanguage();
  const isMinutes = seconds >= 60;
  const number = isMinutes ? Math.round(seconds / 60) : seconds;
  return Intl.RelativeTimeFormat.supportedLocalesOf(language).length
    ? new Intl.RelativeTimeFormat(language).format(number, isMinutes ? 'minute' : 'second')
    : `${number} ${isMinutes ? 'min' : 's'}`;
}

/** What is so. */
function factOf(notice: TokenNotice): string {
  switch (notice.kind) {
    case 'signed-out':
      return translate('officeOnline.token.signed-out');
    case 'given-up':
      return translate('officeOnline.token.given-up');
    case 'waiting':
      return translate('officeOnline.token.waiting', timeAhead(notice.secondsLeft));
    case 'ending':
      return notice.secondsLeft
        ? translate('officeOnline.token.ending', timeAhead(notice.secondsLeft))
        : translate('officeOnline.token.ended');
  }
}

const whyDenied = ({ reason, detail }: Failure) => translate(`officeOnline.failed.${reason}`, detail);

/** What to do about it; empty where the fact says so. */
function adviceOf(notice: TokenNotice, { savedBy }: TokenKeeper): string {
  if (notice.kind === 'given-up') return whyDenied(notice.failure);
  if (notice.kind !== 'ending') return '';
  if (notice.question) return translate(`officeOnline.token.${notice.question}`);
  if (notice.failure) return whyDenied(notice.failure);
  return translate(`officeOnline.token.saved-by-${savedBy}`);
}

/** The server leads who opens Web UI to its sign-in page; when they come back to this tab, the session goes on. */
const signIn = () => void window.open(location.pathname, '_blank', 'noopener');

/** The one thing that helps. */
function choiceFor(notice: TokenNotice, token: TokenKeeper): Choice {
  if (notice.kind === 'signed-out') return ['sign-in', signIn];
  if (notice.kind !== 'ending') return ['retry', () => token.askNow()];
  const reload = () => void token.reload();
  if (notice.question) return ['reload-anyway', reload];
  return [token.savedBy === 'editor' ? 'save-and-reload' : 'reload', reload];
}

/**
 * What stands above the frame while the token needs the person. The time left counts where it can be seen; it is
 * spoken only at its marks, by an alert that is put there then.
 */
export function tokenNotice(token: TokenKeeper, notice: TokenNotice): TemplateResult {
  const advice = adviceOf(notice, token);
  const text = html`<p>${factOf(notice)}</p>
    ${advice && html`<p>${advice}</p>`}`;
  return html`<div part="banner" class="banner">
    ${token.isSpoken ? html`<div role="alert">${text}</div>` : html`<div role="timer">${text}</div>`}
    ${choiceButtons([choiceFor(notice, token)], token.isReloading)}
  </div>`;
}
