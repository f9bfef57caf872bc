import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

// The stock addon is there too: whoever is not offered ours has its link.
const stage = new Stage({ stockLink: true });
afterEach(() => stage.reset());

const DOCUMENT = sampleIds.quarterlyReport;
const EDIT = `/office-online/edit/default/${DOCUMENT}/file:content`;

/** Sets lines of nuxeo.conf, texts as an administrator writes them. */
function conf(lines: Record<string, string>): void {
  for (const [name, value] of Object.entries(lines)) {
    stage.standIn.conf[`nuxeo.office.online.${name}`] = value;
  }
}

/** Somebody who looks at the document. */
async function looking(name = 'alice', prepare?: (person: Person) => Promise<void>): Promise<Person> {
  const person = await stage.person(name);
  await prepare?.(person);
  await person.opensDocument(DOCUMENT);
  return person;
}

const stockLink = (person: Person) => person.row().getByRole('link', { name: 'Open in Word' });

/** Has an addon's script in place of ours, which loads ours when it likes: `load()`. */
const withAddon = (script: string) => async (person: Person) => {
  await person.context.route('**/config.jsp', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"nuxeo-office-online"', '"addon"');
    await route.fulfill({ response, body });
  });
  const body = `const load = () => import('./nuxeo-office-online.bundle.js');\n${script}`;
  await person.context.route('**/addon.bundle.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
};

/** Has a server without our package. */
async function withoutPackage(person: Person): Promise<void> {
  await person.context.route('**/config.jsp', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace('"nuxeo-office-online",', '').replace('"preview","wopi"]', '"preview"]');
    assert.equal(text.length - body.length, '"nuxeo-office-online",'.length + ',"wopi"'.length);
    await route.fulfill({ response, body });
  });
}

/**
 * Notes what listens to the window and the document, and which channels are opened, from the start of the page, and which
 * of it is ours. Web UI makes parts of its pages when the browser is idle: how many listeners it has differs by the load.
 */
const noteListeners = `
  window.noted = [];
  const ours = () => (new Error().stack.includes('nuxeo-office-online') ? ' of ours' : '');
  for (const [name, target] of Object.entries({ window, document })) {
    const listen = target.addEventListener;
    target.addEventListener = function (type, ...rest) {
      noted.push(name + ' ' + type + ours());
      return listen.call(this, type, ...rest);
    };
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      noted.push('channel ' + name + ours());
    }
  };
`;

/** All that can be told of a page from outside, at the document and then at our address. */
async function traceOf(person: Person): Promise<Record<string, string[]>> {
  const requests: string[] = [];
  await person.context.addInitScript(noteListeners);
  person.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/nuxeo/'))
      requests.push(`${pathname} ${request.headers()['enrichers-blob'] ?? ''}`);
  });
  await person.opensDocument(DOCUMENT);
  await stockLink(person).waitFor();
  // Web UI makes its create dialog when the browser is idle; the first field of a page brings this element.
  await person.page.locator('iron-a11y-announcer').waitFor({ state: 'attached' });
  await person.page.waitForLoadState('networkidle');
  const listeners = await person.page.evaluate(() => (window as unknown as { noted: string[] }).noted);
  const contents = await person.page
    .locator('nuxeo-slot-content')
    .evaluateAll((all) => all.map((content) => content.getAttribute('name') ?? ''));
  const config = await person.page.evaluate(() => {
    const { UI } = (window as unknown as { Nuxeo: { UI: { config: { enrichers: object } } } }).Nuxeo;
    return JSON.stringify(UI.config.enrichers);
  });
  await person.goes(EDIT);
  await person.page.getByText('404').waitFor();
  await person.page.waitForLoadState('networkidle');
  const title = await person.page.title();
  return {
    requests: [...new Set(requests)].sort(),
    listeners: [...new Set(listeners)].sort(),
    contents,
    rest: [config, title],
  };
}

describe('switched off in nuxeo.conf', () => {
  it('there is what a server without the package has: links, pages, requests and listeners, not one more', async () => {
    const bare = await stage.person('alice');
    await withoutPackage(bare);
    const without = await traceOf(bare);
    await bare.leaves();

    conf({ enabled: 'false' });
    const alice = await stage.person('alice');
    const { requests = [], ...off } = await traceOf(alice);
    const bundle = '/nuxeo/ui/nuxeo-office-online.bundle.js ';
    assert.deepEqual({ requests: requests.filter((request) => request !== bundle), ...off }, without);
    assert.ok(without.listeners?.length && without.requests?.some((request) => request.includes('wopi')));
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });
});

describe('nuxeo.conf', () => {
  it('sets groups, actions, target and the product’s name', async () => {
    conf({ groups: 'nobody, editors', actions: 'view,convert', target: 'tab', productName: 'Word & Co' });
    const alice = await looking();
    assert.deepEqual(await alice.offers(), ['View in Word & Co']);
    assert.equal(await alice.action('View in Word & Co').getAttribute('target'), '_blank');
    assert.equal(await stockLink(alice).count(), 0);
    await alice.leaves();
    const rita = await looking('rita');
    await stockLink(rita).waitFor();
    assert.equal(
      await rita
        .row()
        .getByRole('link', { name: /Word & Co/ })
        .count(),
      0,
    );
    await rita.leaves();
  });

  it('sets who may edit; others view', async () => {
    conf({ editGroups: 'editors' });
    const alice = await looking();
    assert.deepEqual(await alice.offers(), ['Edit in Word Online', 'View in Word Online']);
    conf({ editGroups: 'managers' });
    await alice.opensDocument(DOCUMENT);
    assert.deepEqual(await alice.offers(), ['View in Word Online']);
    await alice.goes(EDIT);
    await alice.seesEditor();
    await alice.frame.getByRole('status').filter({ hasText: 'Read-only' }).waitFor();
    await alice.leaves();
  });

  it('sets the editor’s language, and when a token is renewed', async () => {
    conf({ language: 'fr-FR', renewBefore: '3700' });
    const alice = await stage.person('alice');
    const opened = alice.page.waitForRequest((request) => request.url().startsWith(stage.standIn.officeUrl));
    await alice.goes(EDIT);
    assert.equal(new URL((await opened).url()).searchParams.get('ui'), 'fr-FR');
    await alice.editor.getByText(/Your access to this file ends in/).waitFor();
    await alice.leaves();
  });

  it('sets whom a token may be posted to', async () => {
    conf({ trustedOrigins: 'https://office.example.com, https://*.example.org' });
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /is not trusted here/);
    await alice.leaves();
  });

  it('sets how long the server may take', async () => {
    conf({ loadTimeout: '1' });
    stage.standIn.nuxeo.faults.launch = { delay: 20_000 };
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /took too long/);
    await alice.leaves();
  });

  it('with wrong values: each is told in one line of the console; the default serves, but nobody is trusted', async () => {
    conf({
      enabled: 'perhaps',
      actions: 'edit,fly',
      target: 'popup',
      language: 'not a language',
      trustedOrigins: 'example.com',
      renewBefore: 'soon',
      loadTimeout: '-1',
    });
    const alice = await stage.person('alice');
    const lines: string[] = [];
    alice.page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    await alice.opensDocument(DOCUMENT);
    assert.deepEqual(await alice.offers(), ['Edit in Word Online', 'View in Word Online']);
    await alice.action('Edit in Word Online').click();
    assert.match(await alice.seesNotice(), /is not trusted here/);
    const told = lines.filter((line) => line.includes('officeOnline'));
    assert.deepEqual(
      told.map(
        (line) => /^warning: nuxeo-office-online: officeOnline\.(\w+): expected .+, got .+$/.exec(line)?.[1],
      ),
      ['enabled', 'actions', 'target', 'language', 'trustedOrigins', 'renewBefore', 'loadTimeout'],
    );
    await alice.leaves();
  });
});

describe('an addon’s script', () => {
  it('sets what it likes before ours loads', async () => {
    const script = `Nuxeo.UI.config.officeOnline = { actions: ['view'], productName: 'Writer' };\nawait load();`;
    const alice = await looking('alice', withAddon(script));
    assert.deepEqual(await alice.offers(), ['View in Writer']);
    await alice.leaves();
  });

  it('switches all off before ours loads: the stock link is there, and no page', async () => {
    const script = `Nuxeo.UI.config.officeOnline = { enabled: false };\nawait load();`;
    const alice = await looking('alice', withAddon(script));
    await stockLink(alice).waitFor();
    await alice.goes(EDIT);
    await alice.page.getByText('404').waitFor();
    assert.equal(await alice.page.locator('nuxeo-office-online-action, nuxeo-office-online-page').count(), 0);
    await alice.leaves();
  });

  it('sets what it likes after ours has loaded', async () => {
    const script = `await load();\nNuxeo.UI.config.officeOnline = { actions: 'view', productName: 'Writer' };`;
    const alice = await looking('alice', withAddon(script));
    assert.deepEqual(await alice.offers(), ['View in Writer']);
    await alice.leaves();
  });

  it('switches all off after ours has loaded: the stock link is back, and no page', async () => {
    const script = `await load();\nNuxeo.UI.config.officeOnline = { enabled: 'false' };`;
    const alice = await looking('alice', withAddon(script));
    await stockLink(alice).waitFor();
    assert.equal(await alice.page.locator('nuxeo-office-online-action').count(), 0);
    await alice.goes(EDIT);
    await alice.page.getByText('404').waitFor();
    assert.equal(await alice.page.locator('nuxeo-office-online-page').count(), 0);
    await alice.leaves();
  });

  it('switches on after ours has loaded what nuxeo.conf has switched off', async () => {
    conf({ enabled: 'false' });
    const script = `await load();\nNuxeo.UI.config.officeOnline = { enabled: true, groups: [] };`;
    const alice = await looking('alice', withAddon(script));
    assert.deepEqual(await alice.offers(), ['Edit in Word Online', 'View in Word Online']);
    assert.equal(await stockLink(alice).count(), 0);
    await alice.action('Edit in Word Online').click();
    await alice.seesEditor();
    await alice.leaves();
  });

  it('switches off and on again in the open page', async () => {
    const alice = await looking();
    const set = (officeOnline: object) =>
      alice.page.evaluate((given) => {
        const { Nuxeo } = window as unknown as { Nuxeo: { UI: { config: Record<string, unknown> } } };
        Nuxeo.UI.config.officeOnline = given;
      }, officeOnline);
    await alice.action('Edit in Word Online').waitFor();
    await set({ enabled: false });
    await stockLink(alice).waitFor();
    await alice.action('Edit in Word Online').waitFor({ state: 'detached' });
    await set({});
    await alice.action('Edit in Word Online').waitFor();
    await stockLink(alice).waitFor({ state: 'detached' });
    await alice.leaves();
  });

  it('changes a setting in the open page: the next file that is shown has it', async () => {
    const alice = await looking();
    await until(async () => (await alice.offers())[0] === 'Edit in Word Online');
    await alice.page.evaluate(() => {
      const { config } = (window as unknown as { Nuxeo: { UI: { config: Record<string, unknown> } } }).Nuxeo
        .UI;
      config.officeOnline = { actions: ['view'] };
    });
    await alice.page.evaluate((hash) => {
      location.hash = hash;
    }, `!/doc/${sampleIds.budget}`);
    await alice.page.getByRole('link', { name: 'Budget.xlsx' }).waitFor();
    await until(async () => (await alice.offers())[0] === 'View in Excel Online');
    await alice.leaves();
  });
});
