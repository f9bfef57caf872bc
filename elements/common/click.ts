import { once } from '../../src/once.js';
import type { Route } from '../../src/address/route.js';
import { labelOf } from '../../src/offer/label.js';
import type { Offer } from '../../src/offer/offers.js';
import { offerSettings, type Target } from '../../src/settings/offer-settings.js';
import { notify } from '../../src/web-ui/application.js';
import { translate } from '../../src/web-ui/i18n.js';
import { hrefOf } from '../../src/web-ui/router.js';

const loadEditor = once(() => import('../editor/nuxeo-office-online-editor.js'));
const loadWindow = once(() => import('../window/bare-window.js'));

/**
 * Where an offer opens. A conversion asks first and ends at another address, for which it needs a page of ours around
 * it.
 */
export function targetOf({ intent }: Offer): Target {
  const { target } = offerSettings();
  return target === 'window' && intent === 'convert' ? 'tab' : target;
}

/** Fetches what a click on the offer needs. Should that fail, the click tries again and tells. */
export function fetchAhead(offer: Offer): void {
  const target = targetOf(offer);
  if (target !== 'tab') (target === 'window' ? loadWindow() : loadEditor()).catch(() => undefined);
}

/** The button goes down: the server is asked for address and token, unless the person is asked something first. */
export function pressOffer(offer: Offer): void {
  const target = targetOf(offer);
  if (target === 'tab' || offer.intent === 'convert') return;
  (target === 'window' ? loadWindow() : loadEditor()).then(
    ({ press }) => press(offer),
    () => undefined,
  );
}

/**
 * Opens the window in which a file will open that has yet to be made: here and now, before anything is awaited, so that
 * no browser blocks it. `undefined` where files open in this tab; `null` where the browser has blocked it.
 */
export const reserveWindow = (): Window | null | undefined =>
  offerSettings().target === 'page' ? undefined : window.open('about:blank', '_blank');

/**
 * Opens what is on offer, as a plain click on the action does.
 * A window opens here and now, before anything is awaited, so that no browser blocks it.
 * @param route the offer's address
 * @param document as Web UI has it
 * @param blob as it stands in the document
 * @param reserved what `reserveWindow` has returned
 */
export function openOffer(
  offer: Offer,
  route: Route,
  document: unknown,
  blob: unknown,
  reserved?: Window | null,
): void {
  const target = targetOf(offer);
  if (target === 'tab' && reserved !== null) {
    if (!reserved) return void window.open(hrefOf(route), '_blank', 'noopener');
    reserved.opener = null;
    return reserved.location.replace(new URL(hrefOf(route), window.location.href));
  }
  const opened = target === 'window' && (reserved ?? window.open('about:blank', '_blank'));
  if (opened) {
    loadWindow().then(
      ({ openInWindow }) => openInWindow(opened, offer, labelOf(offer), document),
      () => {
        opened.close();
        notify(translate('officeOnline.failed.network'));
      },
    );
    return;
  }
  const from = location.href;
  loadEditor().then(
    ({ open }) =>
      open(route, {
        offered: { document, blob, offer },
        from,
        failure: target === 'window' ? 'popup-blocked' : undefined,
      }),
    // Our page tells what to do when the editor's code can't be fetched.
    () => location.assign(hrefOf(route)),
  );
}
