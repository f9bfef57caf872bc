import type { TemplateResult } from 'lit';
import { isSaved } from '../../src/save/saved-state.js';
import type { OpenFile } from '../../src/session/open-file.js';
import type { SessionState } from '../../src/session/session-state.js';
import { editorSettings, unusableOrigins } from '../../src/settings/editor-settings.js';
import { translate } from '../../src/web-ui/i18n.js';
import { failureDetails } from './failure-details.js';

type Failed = Extract<SessionState, { phase: 'failed' }>;

/** What a person reads of a failure. */
export interface FailureWords {
  /** Why it did not work, and what to do. */
  text: string;
  /** What stands below: the editor's own words, or what an administrator has to know. */
  detail?: string;
  /** What support asks for. */
  more?: TemplateResult;
}

/** Why an editor's server ends sessions, as Collabora names it, where there are words for it here. */
const ENDS = ['OwnerTermination', 'OOM', 'ShuttingDown', 'DocumentDisconnected'] as const;

/** What an editor's own word for its failure means; its own word where that is not known. */
function ownWords(detail: string): string {
  const end = ENDS.find((known) => known === detail);
  return end ? translate(`officeOnline.closed.${end}`) : detail;
}

/** All that is known of a failure. */
export const failureWords = (failed: Failed, openFile: OpenFile): FailureWords => ({
  ...sentences(failed, openFile),
  more: failureDetails(failed, openFile),
});

function sentences({ reason, detail }: Failed, { hasStopped, saved }: OpenFile): FailureWords {
  const text = translate(`officeOnline.failed.${reason}`, detail);
  if (reason === 'untrusted-editor') {
    const unusable = unusableOrigins(editorSettings().trustedOrigins).join(', ');
    return { text, detail: unusable && translate('officeOnline.unusable', unusable) };
  }
  if (reason !== 'editor-failed') return { text };
  if (!hasStopped) return { text, detail: ownWords(detail) };
  const isKept = saved && (isSaved(saved.state) || saved.state.word === 'clean');
  return {
    text: translate(`officeOnline.stopped.${isKept ? 'saved' : 'unsaved'}`),
    detail: ownWords(detail),
  };
}
