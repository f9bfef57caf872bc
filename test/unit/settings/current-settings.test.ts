import { offerSettings } from '../../../src/settings/offer-settings.js';
import { expect } from '../expect.js';
import { globals, forgetWebUi } from '../web-ui/globals.js';

afterEach(forgetWebUi);

describe('settings from the page', () => {
  it('are read as they stand when they are asked for', () => {
    expect(offerSettings().target).to.equal('page');
    globals.Nuxeo = { UI: { config: { officeOnline: { target: 'tab' } } } };
    expect(offerSettings().target).to.equal('tab');
    (globals.Nuxeo.UI?.config?.officeOnline as { target: string }).target = 'window';
    expect(offerSettings().target).to.equal('window');
  });

  it('that are wrong are told in the console, once', () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
    try {
      for (const enabled of ['perhaps', 'perhaps', 'true', 'perhaps']) {
        globals.Nuxeo = { UI: { config: { officeOnline: { enabled } } } };
        expect(offerSettings().enabled).to.equal(true);
      }
    } finally {
      console.warn = warn;
    }
    expect(told).to.deep.equal([
      'nuxeo-office-online: officeOnline.enabled: expected true or false, got "perhaps"',
    ]);
  });
});
