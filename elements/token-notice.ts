import type { TemplateResult } from 'lit';
import { language, translate } from '../src/nuxeo.js';
import type { TokenNotice } from '../src/token-life.js';
import { noticeTemplate, type Choice } from './notice.js';

/** The time left, as the language says it: "4 minutes", "30 seconds". */
function timeLeft(seconds: number): string {
  const unit = seconds < 60 ? 'second' : 'minute';
  const format = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(seconds < 60 ? seconds : Math.round(seconds / 60));
}

function textOf(notice: TokenNotice): string {
  if (notice.kind === 'ending') {
    return notice.secondsLeft
      ? translate('officeOnline.token.ending', timeLeft(notice.secondsLeft))
      : translate('officeOnline.token.ended');
  }
  return translate(`officeOnline.token.${notice.reason === 'network' ? 'offline' : notice.kind}`);
}

/** The server leads who opens Web UI to its sign-in page; when they come back to this tab, the session goes on. */
const signIn = () => void window.open(location.pathname, '_blank', 'noopener');

/** What stands over the frame's top while the token needs the person, with the one thing that helps. */
export function tokenNotice(notice: TokenNotice, onReload: () => void, onRetry: () => void): TemplateResult {
  const choices: Record<TokenNotice['kind'], Choice[]> = {
    ending: [['reload', onReload]],
    'given-up': [['retry', onRetry]],
    'signed-out': [['sign-in', signIn]],
    waiting: [],
  };
  return noticeTemplate('banner', textOf(notice), choices[notice.kind]);
}
