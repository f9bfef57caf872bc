import { isSwitchedOn } from '../../src/settings/flag.js';
import { rawSettings, requestWopiEnricher, watchRawSettings } from '../../src/web-ui/configuration.js';
import { namePage } from '../../src/web-ui/i18n.js';
import './nuxeo-office-online-action.js';
import './nuxeo-office-online-create.js';
import './nuxeo-office-online-info.js';
import './nuxeo-office-online-page.js';
import './nuxeo-office-online-status.js';

/**
 * The contributions to Web UI (docs/host.md "Slots"). The first one takes the stock link's name, with a higher
 * priority: where both packages are installed, one action shows. The page's root has to be a Polymer element.
 * Of the administration, those who may only manage users see the menu too; what is wrong is for administrators.
 */
const action = (attributes: string) =>
  `<template><nuxeo-office-online-action ${attributes} document="[[document]]" blob="[[blob]]" xpath="[[xpath]]" user="[[user]]"></nuxeo-office-online-action></template>`;

const SLOT_CONTENTS =
  `<nuxeo-slot-content name="wopiLink" slot="BLOB_ACTIONS" priority="10">${action('')}</nuxeo-slot-content>` +
  `<nuxeo-slot-content name="officeOnlineView" slot="BLOB_ACTIONS" order="55">${action('also')}</nuxeo-slot-content>` +
  `<nuxeo-slot-content name="officeOnlinePage" slot="PAGES"><template><nuxeo-page name="office-online"><nuxeo-office-online-page route-params="[[routeParams]]"></nuxeo-office-online-page></nuxeo-page></template></nuxeo-slot-content>` +
  `<nuxeo-slot-content name="officeOnlineInfo" slot="DOCUMENT_INFO_BAR"><template><template is="dom-if" if="[[document.lockOwner]]"><nuxeo-office-online-info document="[[document]]" user="[[user]]"></nuxeo-office-online-info></template></template></nuxeo-slot-content>` +
  `<nuxeo-slot-content name="officeOnlineMenu" slot="ADMINISTRATION_MENU" order="70"><template><template is="dom-if" if="[[user.isAdministrator]]"><nuxeo-menu-item name="office-online" label="Office Online" route="administration:office-online"></nuxeo-menu-item></template></template></nuxeo-slot-content>` +
  `<nuxeo-slot-content name="officeOnlineStatus" slot="ADMINISTRATION_PAGES"><template><template is="dom-if" if="[[user.isAdministrator]]"><nuxeo-office-online-status name="office-online"></nuxeo-office-online-status></template></template></nuxeo-slot-content>`;

/** A setting as text, whichever way the server or a script has written it: a list with commas between. */
const textOf = (raw: unknown): string => [raw].flat().join();

/** The tab “Office” of the create dialog, for the members of the groups that may edit. */
function createContents(actions: string, groups: string): string {
  if (actions && !actions.includes('create')) return '';
  return (
    `<nuxeo-slot-content name="officeOnlineCreate" slot="CREATE_POPUP_ITEMS" order="25"><template><nuxeo-filter user="[[user]]" group="${groups.replaceAll('"', '&quot;')}"><template><paper-tab name="office-online">Office</paper-tab></template></nuxeo-filter></template></nuxeo-slot-content>` +
    `<nuxeo-slot-content name="officeOnlineCreatePage" slot="CREATE_POPUP_PAGES"><template><nuxeo-office-online-create name="office-online" parent="[[parent]]" user="[[user]]"></nuxeo-office-online-create></template></nuxeo-slot-content>`
  );
}

const contents = document.createElement('div');

/** What is contributed now; `false` with the feature flag off. */
let contributed: string | false | undefined;

/**
 * Contributes to Web UI, unless the feature flag is off: then nothing is there, and nothing is asked for. Where a
 * script switches it off later, the stock link has to be made anew: ours had taken its place.
 */
function followSettings(): void {
  const raw = rawSettings();
  const enabled = isSwitchedOn(raw);
  const places = textOf(raw.places) || 'blob';
  const markup =
    enabled &&
    SLOT_CONTENTS + createContents(textOf(raw.actions), textOf(raw.editGroups) || textOf(raw.groups));
  const wanted = markup && markup + places;
  if (wanted === contributed) return;
  if (enabled || contributed === undefined) requestWopiEnricher(enabled);
  contributed = wanted;
  // Slot contents that were moved within the document would take themselves off their slot, so they are made anew.
  contents.innerHTML = '';
  if (markup) {
    document.head.append(contents);
    contents.innerHTML = markup;
    if (places !== 'blob') void import('../places/places.js').then((room) => room.contribute(contents));
    namePage();
    // In the capture phase: our page must have its name before Web UI's own listener reads the pages' titles.
    window.addEventListener('i18n-locale-loaded', namePage, true);
  } else {
    window.removeEventListener('i18n-locale-loaded', namePage, true);
    for (const stock of document.querySelectorAll('[name=wopiLink]'))
      stock.replaceWith(stock.cloneNode(true));
  }
}

followSettings();
watchRawSettings(followSettings);
