import type { Offer } from '../src/actions.js';
import { handOver } from '../src/handover.js';
import { labelOf } from '../src/label.js';
import { stringOf } from '../src/narrow.js';
import { hrefOf, settings } from '../src/nuxeo.js';
import type { Route } from '../src/route.js';
import type { Target } from '../src/settings.js';

/** Loads the part that opens editors; a second call costs nothing. */
export const loadEditor = () => import('./nuxeo-office-online-editor.js');

/**
 * Where an offer opens. A conversion asks first and ends at another address, for which it needs a page of ours around
 * it.
 */
export function targetOf({ intent }: Offer): Target {
  const { target } = settings();
  return target === 'window' && intent === 'convert' ? 'tab' : target;
}

/** The address of an offer for the blob at that xpath. */
export const routeOf = (
  { action }: Offer,
  { repository, uid }: Record<string, unknown>,
  xpath: string,
): Route => ({
  action,
  repository: stringOf(repository) || 'default',
  documentId: stringOf(uid),
  xpath,
});

/**
 * Opens what is on offer, as a plain click on the action does.
 * A window opens here and now, before anything is awaited, so that no browser blocks it.
 * @param route the offer's address
 * @param document as Web UI has it, for the page that it leads to
 */
export function openOffer(offer: Offer, route: Route, document: unknown): void {
  const target = targetOf(offer);
  if (target === 'tab') {
    window.open(hrefOf(route), '_blank', 'noopener');
    return;
  }
  const opened = target === 'window' && window.open('about:blank', '_blank');
  if (opened) {
    void loadEditor().then(({ openInWindow }) => openInWindow(opened, offer, labelOf(offer)));
    return;
  }
  handOver(route, {
    document,
    from: location.href,
    failure: target === 'window' ? 'popup-blocked' : undefined,
  });
  location.assign(hrefOf(route));
}
