import { html, nothing, render } from 'lit/html.js';
import { isRecord, stringOf } from '../../src/narrow.js';
import { joinableFile, type JoinableFile } from '../../src/offer/joinable-file.js';
import { routeOf } from '../../src/offer/offers.js';
import { offerSettings } from '../../src/settings/offer-settings.js';
import { knownName, learnName } from '../../src/web-ui/full-names.js';
import { translate } from '../../src/web-ui/i18n.js';
import { appIcon, LETTER_STYLES } from '../common/app-icon.js';
import { offerLink } from '../common/offer-link.js';
import type { NuxeoOfficeOnlineInfo } from '../entry/nuxeo-office-online-info.js';

/** As high as Web UI's own bars, and as far from what follows. */
const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block }
  :host([hidden]) { display: none !important }
  div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 16px;
    padding: 8px;
    background: var(--nuxeo-box, Canvas);
    box-shadow: 0 3px 5px rgb(0 0 0 / 0.04);
    color: var(--nuxeo-text-default, CanvasText);
  }
  svg { flex: none }
  span { flex: 1 1 12em; overflow-wrap: anywhere }
  a {
    border: 1px solid var(--nuxeo-button-primary, ButtonText);
    border-radius: 4px;
    padding: 5px 16px;
    background: var(--nuxeo-button-primary, ButtonFace);
    color: var(--nuxeo-button-primary-text, ButtonText);
    text-decoration: none;
  }
  a:hover, a:focus-visible { background: var(--nuxeo-button-primary-focus, ButtonFace) }
  a:focus-visible { outline: 2px solid var(--nuxeo-text-default, Highlight); outline-offset: 2px }
  ${LETTER_STYLES}
`);

/** Shows the bar as soon as the full name is known, of a user of whom it is not yet known once it is learnt. */
export function show(door: NuxeoOfficeOnlineInfo): void {
  const { document, user } = door;
  const file = joinableFile(document, user, offerSettings());
  const lockOwner = file?.offer.lockOwner ?? '';
  const name = knownName(lockOwner);
  if (file && !name) void learnName(lockOwner, document).then(door.update);
  door.hidden = !file || !name;
  const root = door.shadowRoot!;
  root.adoptedStyleSheets = [styles];
  render(file && name && isRecord(document) ? bar(name, document, file) : nothing, root);
}

/** Who it is, what that may mean, and the way to join. */
function bar(name: string, document: Record<string, unknown>, { xpath, blob, offer }: JoinableFile) {
  const route = routeOf(offer, document, xpath);
  return html`<div part="bar">
    ${appIcon(offer.app)}
    <span>${translate('officeOnline.info.locked', name, stringOf(blob.name))}</span>
    ${offerLink({ offer, route, document, blob }, translate('officeOnline.info.join'))}
  </div>`;
}
