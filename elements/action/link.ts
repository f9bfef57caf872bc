import { html, nothing, render } from 'lit/html.js';
import { isRecord } from '../../src/narrow.js';
import { labelOf } from '../../src/offer/label.js';
import { mayBeOffered, offersFor, routeOf } from '../../src/offer/offers.js';
import { shownActions } from '../../src/offer/shown-actions.js';
import { offerSettings } from '../../src/settings/offer-settings.js';
import { isDefined } from '../../src/web-ui/defined.js';
import { appIcon, LETTER_STYLES } from '../common/app-icon.js';
import { offerLink, type OfferedFile } from '../common/offer-link.js';
import type { NuxeoOfficeOnlineAction } from '../entry/nuxeo-office-online-action.js';

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
  const { document, blob, user, xpath, also, showLabel } = action;
  const offer = offersFor(document, blob, user, offerSettings())[also ? 1 : 0];
  const route = offer && isRecord(document) ? routeOf(offer, document, xpath) : undefined;
  const stock = !also && isOutsider(user) && stockLink(document, blob);
  Object.assign(action, { offer, route, hidden: !route && !stock });
  shownActions.add(action);
  const root = action.shadowRoot!;
  if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets.push(styles);
  const link = offer && route ? linkTo({ offer, route, document, blob }, showLabel) : nothing;
  render(stock || link, root);
}

/** Whether the setting `groups` leaves that user out. */
const isOutsider = (user: unknown): boolean =>
  isRecord(user) && offerSettings().enabled && !mayBeOffered(user, offerSettings());

/** The link of the stock addon, where that is installed: ours has taken its place by its name. */
function stockLink(document: unknown, blob: unknown) {
  if (!isDefined('nuxeo-wopi-link')) return undefined;
  return html`<nuxeo-wopi-link .document=${document} .blob=${blob}></nuxeo-wopi-link>`;
}

export function leave(action: NuxeoOfficeOnlineAction): void {
  shownActions.delete(action);
}

/** Icon and text, or the icon alone with the text as its tooltip and its name. */
function linkTo(file: OfferedFile, showLabel: boolean) {
  const { offer } = file;
  const label = labelOf(offer);
  const text = showLabel
    ? html`<span part="label">${label}</span>`
    : html`<nuxeo-tooltip>${label}</nuxeo-tooltip>`;
  return offerLink(file, html`${appIcon(offer.app, offer.action === 'view')}${text}`, label);
}
