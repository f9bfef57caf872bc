import type { Offer } from '../src/actions.js';
import { notify } from '../src/app.js';
import { postLaunch } from '../src/editor-form.js';
import { failureOf } from '../src/failure.js';

import { settings, translate } from '../src/nuxeo.js';
import { launch } from '../src/open.js';
import { assertTrusted } from '../src/origins.js';

/**
 * Posts the token straight into a window that the click has opened, with no page of ours around the editor.
 * The editor gets no hold of Nuxeo's window. What goes wrong closes the window and is told in a toast.
 */
export async function openInWindow(opened: Window, offer: Offer, title: string): Promise<void> {
  opened.opener = null;
  opened.document.title = title;
  opened.document.body.textContent = translate('officeOnline.state.requesting');
  const { loadTimeout, trustedOrigins } = settings();
  try {
    const answer = await launch(offer, AbortSignal.timeout(loadTimeout * 1000));
    assertTrusted(answer.actionUrl, trustedOrigins);
    if (!opened.closed) postLaunch(answer, opened.document);
  } catch (error) {
    opened.close();
    const { reason, detail } = failureOf(error);
    notify(translate(`officeOnline.failed.${reason}`, detail));
  }
}
