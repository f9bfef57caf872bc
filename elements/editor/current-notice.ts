import { html, nothing, type TemplateResult } from 'lit';
import { remediesFor, type Remedy } from '../../src/failure.js';
import type { OpenFile } from '../../src/session/open-file.js';
import type { SessionState } from '../../src/session/session-state.js';
import { translate } from '../../src/web-ui/i18n.js';
import type { FailureWords, failureWords } from './failure-words.js';
import { followUp } from './follow-up-chunk.js';
import { noticeTemplate, type Choice } from './notice.js';
import type { tokenNotice } from './token-notice.js';

export interface CurrentNoticeOptions {
  openFile: OpenFile;
  onRemedy: (remedy: Remedy) => void;
  onGoThere: () => void;
}

/** They come with the follow-up, long before a token ends: by then the network may be down. */
let showTokenNotice: typeof tokenNotice | undefined;
let wordsOf: typeof failureWords | undefined;
followUp.then(
  (chunk) => {
    showTokenNotice = chunk.tokenNotice;
    wordsOf = chunk.failureWords;
  },
  () => undefined,
);

const WAITING: SessionState['phase'][] = ['requesting', 'posting', 'loading'];

/** The one thing that there is to tell in the frame's place or over it: a failure, the token, another tab, waiting. */
export function currentNotice({
  openFile,
  onRemedy,
  onGoThere,
}: CurrentNoticeOptions): TemplateResult | typeof nothing {
  const { state, token, question } = openFile;
  if (state.phase === 'failed') {
    const { reason } = state;
    const { text, detail, more }: FailureWords = wordsOf?.(state, openFile) ?? {
      text: translate(`officeOnline.failed.${reason}`, state.detail),
    };
    const choices = remediesFor(reason).map((remedy): Choice => [remedy, () => onRemedy(remedy)]);
    return noticeTemplate(text, choices, detail, more);
  }
  if (token?.notice && showTokenNotice) return showTokenNotice(token, token.notice);
  if (question === 'elsewhere') {
    return noticeTemplate(translate('officeOnline.elsewhere'), [
      ['go-there', onGoThere],
      ['join', () => openFile.goOn()],
    ]);
  }
  if (question || !WAITING.includes(state.phase)) return nothing;
  return html`<div class="notice"><div class="spinner"></div></div>`;
}
