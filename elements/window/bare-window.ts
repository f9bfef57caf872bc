import { isRefused } from '../../src/access/editor-reach.js';
import { postLaunch } from '../../src/access/launch-form.js';
import { launchAtClick } from '../../src/access/pressed-launch.js';
import { timeLimit } from '../../src/access/time-limit.js';
import { assertTrusted } from '../../src/access/trusted-origins.js';
import { withEditorAddress } from '../../src/client/editor-address.js';
import { Failure, failureOf } from '../../src/failure.js';
import { ownerOf } from '../../src/offer/office-file.js';
import type { Offer } from '../../src/offer/offers.js';
import { editorSettings } from '../../src/settings/editor-settings.js';
import { notify } from '../../src/web-ui/application.js';
import { translate } from '../../src/web-ui/i18n.js';

export { pressLaunch as press } from '../../src/access/pressed-launch.js';

/**
 * Posts the token straight into a window that the click has opened, with no page of ours around the editor.
 * The editor gets no hold of Nuxeo's window. What goes wrong closes the window and is told in a toast.
 * @param document as Web UI has it
 */
export async function openInWindow(
  opened: Window,
  offer: Offer,
  title: string,
  document: unknown,
): Promise<void> {
  opened.opener = null;
  opened.document.title = title;
  opened.document.body.textContent = translate('officeOnline.state.requesting');
  const { loadTimeout, trustedOrigins } = editorSettings();
  try {
    const launch = await launchAtClick(offer, timeLimit(loadTimeout));
    const { origin } = new URL(launch.actionUrl);
    assertTrusted(launch.actionUrl, trustedOrigins);
    if (opened.closed) return;
    // Until the editor is there, the window has the policy of the page that has opened it.
    opened.document.addEventListener('securitypolicyviolation', (event) => {
      if (isRefused(event, ['form-action'], origin)) fail(opened, new Failure('editor-blocked', origin));
    });
    postLaunch(withEditorAddress(launch, offer, ownerOf(document)), opened.document);
  } catch (error) {
    fail(opened, failureOf(error));
  }
}

function fail(opened: Window, { reason, detail }: Failure): void {
  opened.close();
  notify(translate(`officeOnline.failed.${reason}`, detail));
}
