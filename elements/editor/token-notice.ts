import type { TemplateResult } from 'lit';
import { translate } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';
import type { TokenNotice } from '../../src/session/token-life.js';
import { noticeTemplate, type Choice } from './notice.js';

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

function textOf(notice: TokenNotice): string {
  if (notice.kind === 'ending') {
    return notice.secondsLeft
      ? translate('officeOnline.token.ending', timeAhead(notice.secondsLeft))
      : translate('officeOnline.token.ended');
  }
  return translate(`officeOnline.token.${notice.reason === 'network' ? 'offline' : notice.kind}`);
}

/** The server leads who opens Web UI to its sign-in page; when they come back to this tab, the session goes on. */
const signIn = () => void window.open(location.pathname, '_blank', 'noopener');

/** What stands over the frame's top while the token needs the person, with the one thing that helps. */
export function tokenNotice(
  notice: TokenNotice,
  isBusy: boolean,
  onReload: () => void,
  onRetry: () => void,
): TemplateResult {
  const choices: Record<TokenNotice['kind'], Choice[]> = {
    ending: [['reload', onReload]],
    'given-up': [['retry', onRetry]],
    'signed-out': [['sign-in', signIn]],
    waiting: [],
  };
  return noticeTemplate('banner', textOf(notice), choices[notice.kind], isBusy);
}
