import { html, nothing, render } from 'lit/html.js';
import type { Route } from '../../src/address/route.js';
import { isRecord } from '../../src/narrow.js';
import { labelOf } from '../../src/offer/label.js';
import { offersFor, routeOf, type Offer } from '../../src/offer/offers.js';
import { shownActions } from '../../src/offer/shown-actions.js';
import { offerSettings } from '../../src/settings/offer-settings.js';
import { hrefOf } from '../../src/web-ui/router.js';
import { appIcon, LETTER_STYLES } from '../common/app-icon.js';
import type { NuxeoOfficeOnlineAction } from '../entry/nuxeo-office-online-action.js';
import { fetchAhead, isPlain, openOffer, pressOffer, targetOf } from './click.js';

/** A sheet, as a strict CSP wants it; Lit's own way to make one would bring its element classes along. */
const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: inline-block }
  :host([hidden]) { display: none !important }
  a {
    display: flex;
    align-items: center;
    color: var(--nuxeo-text-default, inherit);
    text-decoration: none;
  }
  a:hover, a:focus-visible { color: var(--nuxeo-link-hover-color, inherit) }
  svg { flex: none; padding: 8px }
  span { padding-inline-end: 8px }
  ${LETTER_STYLES}
`);

/** Shows in the action the link for what is offered first, or beside; its address is the editor's own. */
export function show(action: NuxeoOfficeOnlineAction): void {
  const { document, blob, user, xpath, also } = action;
  const offer = offersFor(document, blob, user, offerSettings())[also ? 1 : 0];
  const route = offer && isRecord(document) ? routeOf(offer, document, xpath) : undefined;
  Object.assign(action, { offer, route, hidden: !route });
  shownActions.add(action);
  const root = action.shadowRoot!;
  root.adoptedStyleSheets = [styles];
  render(offer && route ? linkTo(route, offer, action) : nothing, root);
}

export function leave(action: NuxeoOfficeOnlineAction): void {
  shownActions.delete(action);
}

function linkTo(route: Route, offer: Offer, { document, blob, showLabel }: NuxeoOfficeOnlineAction) {
  const label = labelOf(offer);
  const inNewTab = targetOf(offer) !== 'page';
  const approach = () => fetchAhead(offer);
  const press = (event: PointerEvent) => {
    // A finger may be about to scroll: only a mouse or a pen that goes down means the link.
    if (isPlain(event) && event.pointerType !== 'touch') pressOffer(offer);
  };
  const click = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    openOffer(offer, route, document, blob);
  };
  return html`<a
    part="action"
    href=${hrefOf(route)}
    target=${inNewTab ? '_blank' : nothing}
    rel=${inNewTab ? 'noopener' : nothing}
    aria-label=${label}
    @click=${click}
    @pointerdown=${press}
    @pointerenter=${approach}
    @focus=${approach}
    >${appIcon(offer.app, offer.action === 'view')}${
      showLabel ? html`<span part="label">${label}</span>` : html`<nuxeo-tooltip>${label}</nuxeo-tooltip>`
    }</a
  >`;
}
