import { offerSettings, type Place } from '../../src/settings/offer-settings.js';
import './nuxeo-office-online-selection.js';

/** What there is besides the rows of files (docs/host.md "Slots"). */
const CONTENTS: Record<Exclude<Place, 'blob'>, string> = {
  document:
    '<nuxeo-slot-content name="officeOnlineDocument" slot="DOCUMENT_ACTIONS"><template><nuxeo-office-online-action document="[[document]]" blob="[[document.properties.file:content]]" user="[[user]]"></nuxeo-office-online-action></template></nuxeo-slot-content>',
  results:
    '<nuxeo-slot-content name="officeOnlineSelection" slot="RESULTS_SELECTION_ACTIONS"><template><nuxeo-office-online-selection documents="[[selectedItems]]" user="[[user]]"></nuxeo-office-online-selection></template></nuxeo-slot-content>',
};

/**
 * Makes the contributions those of the setting `places`, as it is by now.
 * @param contents the element that they are in: those for the rows of files already
 */
export function contribute(contents: Element): void {
  const { enabled, places } = offerSettings();
  if (!enabled) return;
  const added = places.map((place) => (place === 'blob' ? '' : CONTENTS[place]));
  contents.insertAdjacentHTML('beforeend', added.join(''));
  if (places.includes('blob')) return;
  contents.querySelectorAll('[slot=BLOB_ACTIONS]').forEach((content) => content.remove());
  // Ours had taken the stock link's place: it has to be made anew.
  document.querySelectorAll('[name=wopiLink]').forEach((stock) => stock.replaceWith(stock.cloneNode(true)));
}
