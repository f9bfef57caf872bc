import type { TemplateResult } from 'lit';
import { remediesFor, type FailureReason, type Remedy } from '../../src/failure.js';
import { translate } from '../../src/web-ui/i18n.js';
import { noticeTemplate, type Choice } from './notice.js';

/** Why it did not work, what to do, and the buttons that do it. */
export const failureNotice = (
  reason: FailureReason,
  detail: string,
  onRemedy: (remedy: Remedy) => void,
): TemplateResult =>
  noticeTemplate(
    translate(`officeOnline.failed.${reason}`, detail),
    remediesFor(reason).map((remedy): Choice => [remedy, () => onRemedy(remedy)]),
  );
