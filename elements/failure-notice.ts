import type { TemplateResult } from 'lit';
import type { FailureReason } from '../src/failure.js';
import { translate } from '../src/nuxeo.js';
import { noticeTemplate, type Choice } from './notice.js';

/** What a button of a failure does. */
export type Remedy = 'sign-in' | 'retry' | 'new-tab' | 'back' | 'here';

/** Where trying again is no use, or not all that can be done. */
const REMEDIES: Partial<Record<FailureReason, Remedy[]>> = {
  'session-expired': ['sign-in'],
  forbidden: ['back'],
  'not-found': ['back'],
  'untrusted-editor': ['back'],
  'insecure-editor': ['back'],
  'editor-failed': ['retry', 'new-tab'],
  'popup-blocked': ['here'],
};

/** Why it did not work, what to do, and the buttons that do it. */
export function failureNotice(
  reason: FailureReason,
  detail: string,
  onRemedy: (remedy: Remedy) => void,
): TemplateResult {
  const remedies = REMEDIES[reason] ?? ['retry'];
  return noticeTemplate(
    'notice',
    translate(`officeOnline.failed.${reason}`, detail),
    remedies.map((remedy): Choice => [remedy, () => onRemedy(remedy)]),
  );
}
