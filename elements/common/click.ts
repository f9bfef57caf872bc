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
 * Opens what is on offer, as a plain click on the action does.
 * A window opens here and now, before anything is awaited, so that no browser blocks it.
 * @param route the offer's address
 * @param document as Web UI has it
 * @param blob as it stands in the document
 */
export function openOffer(offer: Offer, route: Route, document: unknown, blob: unknown): void {
  const target = targetOf(offer);
  if (target === 'tab') {
    window.open(hrefOf(route), '_blank', 'noopener');
    return;
  }
  const opened = target === 'window' && window.open('about:blank', '_blank');
  if (opened) {
    loadWindow().then(
      ({ openInWindow }) => openInWindow(opened, offer, labelOf(offer)),
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
