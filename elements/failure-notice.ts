import { html, type TemplateResult } from 'lit';
import type { FailureReason } from '../src/failure.js';
import { translate } from '../src/nuxeo.js';

/** What the one button of a failure does. */
export type Remedy = 'sign-in' | 'retry' | 'back' | 'here';

const REMEDIES: Record<FailureReason, Remedy> = {
  'session-expired': 'sign-in',
  forbidden: 'back',
  'not-found': 'back',
  unavailable: 'retry',
  network: 'retry',
  timeout: 'retry',
  malformed: 'retry',
  'untrusted-editor': 'back',
  'insecure-editor': 'back',
  'editor-failed': 'retry',
  'popup-blocked': 'here',
};

/** Why it did not work, what to do, and the button that does it. */
export function failureTemplate(
  reason: FailureReason,
  detail: string,
  onRemedy: (remedy: Remedy) => void,
): TemplateResult {
  const remedy = REMEDIES[reason];
  return html`<div part="notice" class="notice" role="alert" data-reason=${reason}>
    <p>${translate(`officeOnline.failed.${reason}`, detail)}</p>
    <button class="primary" @click=${() => onRemedy(remedy)}>
      ${translate(`officeOnline.button.${remedy}`)}
    </button>
  </div>`;
}
