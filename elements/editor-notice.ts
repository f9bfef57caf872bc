import { html, nothing, type TemplateResult } from 'lit';
import type { Editing } from '../src/editing.js';
import { translate } from '../src/nuxeo.js';
import type { SessionState } from '../src/session.js';
import { failureNotice, type Remedy } from './failure-notice.js';
import { later } from './later.js';
import { noticeTemplate } from './notice.js';

export interface EditorNoticeOptions {
  state: SessionState;
  editing?: Editing;
  /** Whether another tab has the file open. */
  isElsewhere: boolean;
  /** Whether a question is asked before anything is opened. */
  isAsking: boolean;
  onRemedy: (remedy: Remedy) => void;
  onGoThere: () => void;
  onJoin: () => void;
}

const WAITING: SessionState['phase'][] = ['requesting', 'posting', 'loading'];

/** The one thing that there is to tell in the frame's place or over it: a failure, the token, another tab, waiting. */
export function editorNotice(options: EditorNoticeOptions): TemplateResult | typeof nothing {
  const { state, editing, isElsewhere, isAsking, onRemedy, onGoThere, onJoin } = options;
  if (state.phase === 'failed') return failureNotice(state.reason, state.detail, onRemedy);
  if (editing?.tokenNotice && later) {
    return later.tokenNotice(
      editing.tokenNotice,
      () => void editing.reload(),
      () => editing.renewToken(),
    );
  }
  if (isElsewhere) {
    return noticeTemplate('notice', translate('officeOnline.elsewhere'), [
      ['go-there', onGoThere],
      ['join', onJoin],
    ]);
  }
  if (isAsking || !WAITING.includes(state.phase)) return nothing;
  return html`<div class="notice"><div class="spinner"></div></div>`;
}
