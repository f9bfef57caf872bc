import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { makeTrouble, type Trouble } from '../../demo/troubles.js';
import { Stage, until } from './stage.js';
import { looks, PAGE, says, sees, seesAll, seesInSlot, statusOf, tries, wrongLines } from './status-page.js';

describe('the administrator', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  it('comes to the status page by the administration’s menu, and learns that nothing is wrong', async () => {
    stage.standIn.speakWithHost();
    const dora = await stage.person('dora');
    await dora.goes('/home');
    await dora.page.getByRole('button', { name: 'Administration' }).click();
    const entry = dora.page.getByRole('link', { name: 'Office Online' });
    await seesInSlot(dora, entry);
    await entry.click();
    await seesAll(dora);
    assert.equal(await dora.page.title(), 'Office Online - Administration - Nuxeo');
    assert.deepEqual(await wrongLines(dora), []);
    assert.deepEqual(await says(dora, 'WOPI on the server'), [
      'Well',
      'It is on: Nuxeo has an editor for the file.',
    ]);
    assert.match((await says(dora, 'Files of Word'))[1] ?? '', /^Actions: view, edit/);
    assert.deepEqual(await says(dora, 'Life of a token'), ['Well', '60 min']);
    assert.equal(
      (await says(dora, 'Address and kind'))[1],
      `${stage.standIn.officeUrl} – Microsoft Office Online`,
    );
    const [how, words] = await says(dora, "The editor's way to Nuxeo");
    assert.equal(how, "Can't be known");
    assert.match(words ?? '', /no browser can tell/);
    assert.deepEqual(dora.complaints, []);
    await dora.leaves();
  });

  it('has the file opened on trial, and learns what the editor says and how long it takes', async () => {
    stage.standIn.speakWithHost();
    const dora = await looks(stage);
    await tries(dora);
    await sees(dora, 'Trial', 'Well');
    assert.match(
      (await says(dora, 'Times of the trial'))[1] ?? '',
      /answered after \d+ ms.* open after \d+ ms/,
    );
    assert.deepEqual(await says(dora, 'Messages to this page'), [
      'Well',
      `App_IsFrameTrusted, App_LoadingStatus (${stage.standIn.officeUrl})`,
    ]);
    const frame = dora.page.frameLocator(`${PAGE} iframe`);
    await frame.getByRole('heading', { name: 'Quarterly report.docx' }).waitFor();
    await statusOf(dora).getByRole('button', { name: 'Check again' }).click();
    await statusOf(dora).locator('iframe').waitFor({ state: 'detached' });
    await dora.leaves();
  });

  it('ends the trial by leaving, and finds everything looked at anew on coming back', async () => {
    const dora = await looks(stage);
    await tries(dora);
    await statusOf(dora).locator('iframe').waitFor();
    await dora.page.getByRole('link', { name: 'Home' }).click();
    await statusOf(dora).locator('iframe').waitFor({ state: 'detached' });
    stage.standIn.nuxeo.faults.discoveryDown = true;
    await dora.page.goBack();
    await until(async () => (await wrongLines(dora)).join() === 'WOPI on the server');
    await dora.leaves();
  });

  it('reads on the page that its code can’t be fetched', async () => {
    const dora = await stage.person('dora');
    await dora.context.route(/nuxeo-office-online-admin-texts/, (route) => route.abort());
    await dora.goes('/admin/office-online');
    await seesInSlot(dora, statusOf(dora).getByText("Nuxeo can't be reached"));
    await dora.leaves();
  });

  it('names the document to check with, by its address in Web UI', async () => {
    const dora = await looks(stage);
    const field = statusOf(dora).getByRole('textbox');
    await field.fill(`${stage.standIn.url}#!/doc/${sampleIds.budget}`);
    await field.press('Enter');
    await until(async () => (await says(dora, 'A file to check with'))[1] === 'Budget.xlsx');
    await seesAll(dora);
    await field.fill('/default-domain/nowhere');
    await field.press('Enter');
    await sees(dora, 'A file to check with', "Can't be known");
    assert.match((await says(dora, 'A file to check with'))[1] ?? '', /^There is no such document/);
    assert.deepEqual(await says(dora, 'Launch page'), [
      "Can't be known",
      'Not checked, because something before it is not well.',
    ]);
    await dora.leaves();
  });

  it('copies a report without tokens, and without names of people or files', async () => {
    stage.standIn.config['officeOnline.loadTimeout'] = 'soon';
    const tokens: string[] = [];
    const dora = await stage.person('dora');
    await dora.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    dora.page.on('response', (response) => {
      if (!response.url().includes('/wopi/view/')) return;
      void response
        .text()
        .then((text) => tokens.push(...(/name="access_token" value="([^"]+)"/.exec(text) ?? [])));
    });
    const logged: string[] = [];
    dora.page.on('console', (message) => logged.push(message.text()));
    await dora.goes('/admin/office-online');
    await seesAll(dora);
    await statusOf(dora).getByRole('button', { name: 'Copy report' }).click();
    await statusOf(dora).getByText('The report has been copied.').waitFor();
    const report = await dora.page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /^nuxeo-office-online \d+\.\d+\.\d+, /);
    assert.match(report, /\[Not well\] Settings: loadTimeout: the value "soon" can't be used\./);
    assert.match(report, /Expected: a number of seconds/);
    assert.match(report, /\[Well\] A file to check with: \.docx/);
    assert.match(report, /^loadTimeout = 45$/m);
    assert.doesNotMatch(report, /Quarterly|dora|Dora|Director|Archer/);
    await until(() => tokens.length > 0);
    const shown = await dora.page.evaluate(() => document.documentElement.outerHTML);
    for (const part of tokens[1]?.split('.') ?? ['none'])
      for (const text of [report, shown, ...logged]) assert.ok(!text.includes(part));
    await dora.leaves();
  });

  it('alone gets there, and nothing of it is fetched or asked for before', async () => {
    const { requests } = stage.standIn.nuxeo;
    const asked: string[] = [];
    const dora = await stage.person('dora');
    dora.page.on('request', (request) => asked.push(request.url()));
    requests.length = 0;
    await dora.goes('/admin/other');
    await seesInSlot(dora, dora.page.locator(PAGE), true);
    await dora.opensDocument(sampleIds.quarterlyReport);
    assert.deepEqual(
      asked.filter((url) => /office-online-admin/.test(url)),
      [],
    );
    assert.deepEqual(
      requests.filter(({ url }) => /nxql_search|\/wopi\//.test(url)),
      [],
    );
    await dora.leaves();

    const alice = await stage.person('alice');
    await alice.goes('/admin/office-online');
    await alice.page.getByText('404').waitFor();
    assert.equal(await alice.page.locator(PAGE).count(), 0);
    await alice.leaves();
  });

  it('changes nothing by looking', async () => {
    const { requests } = stage.standIn.nuxeo;
    requests.length = 0;
    const dora = await looks(stage);
    await tries(dora);
    await sees(dora, 'Trial', "Can't be known");
    await dora.goes('/home');
    // Nuxeo's client signs in by POST whenever a page is loaded.
    const written = requests.filter(({ method, url }) => method !== 'GET' && !/\/(startup|login)$/.test(url));
    assert.deepEqual(written, []);
    await dora.leaves();
  });
});

describe('beside the stock addon', () => {
  const stage = new Stage({ stockLink: true });

  it('the administrator reads which link serves, and for whom', async () => {
    stage.standIn.conf['nuxeo.office.online.groups'] = 'pilots';
    const dora = await looks(stage);
    assert.match((await says(dora, 'Stock link'))[1] ?? '', /^It is installed; this addon's action is shown/);
    assert.deepEqual(await says(dora, 'Switched on'), ['Well', 'For members of these groups: pilots']);
    await dora.leaves();
  });
});

/** Each thing that can be set up wrongly, with the lines that tell of it and what one of them says. */
const TROUBLES: [Trouble, string[], RegExp[]][] = [
  [
    'discovery-down',
    ['WOPI on the server'],
    [/the discovery could not be read/, /Set nuxeo\.wopi\.discoveryURL/],
  ],
  [
    'wrong-secret',
    ['CheckFileInfo with a fresh token'],
    [/refuses the token .* \(401\)/, /Set nuxeo\.jwt\.secret/],
  ],
  ['clock', ['Clocks'], [/behind the server's by 60 min/, /Set both by a time server/]],
  ['http-editor', ['Encrypted'], [/no token is posted/, /with https/]],
  [
    'blocked',
    ['Allowed on this page'],
    [/Content-Security-Policy keeps it out: .*frame-src/, /in frame-src, form-action/],
  ],
  ['untrusted', ['Trusted'], [/not among trustedOrigins/, /Set nuxeo\.office\.online\.trustedOrigins=http/]],
  ['no-enricher', ['Documents say what is on offer'], [/nothing is offered to anybody/, /enrichers-blob/]],
  [
    'wrong-origin',
    ['Whom the editor speaks to (PostMessageOrigin)'],
    [/^https:\/\/elsewhere\.example, which is not this page/, /set PostMessageOrigin to http/],
  ],
];

describe('what is set up wrongly ends in a line of its own:', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  for (const [trouble, lines, [words, advice]] of TROUBLES) {
    it(trouble, async () => {
      stage.standIn.speakWithHost();
      makeTrouble(stage.standIn, trouble);
      const dora = await looks(stage);
      assert.deepEqual(await wrongLines(dora), lines);
      const [, said = '', toDo = ''] = await says(dora, lines[0] ?? '');
      assert.match(said, words!);
      assert.match(toDo, advice!);
      const mayTry = ['wrong-secret', 'clock', 'no-enricher', 'wrong-origin'].includes(trouble);
      const button = statusOf(dora).getByRole('button', { name: 'Open the file on trial' });
      assert.equal(await button.isEnabled(), mayTry);
      await dora.leaves();
    });
  }

  it('an editor that is silent is not said to be open, nor to have failed', async () => {
    const dora = await looks(stage);
    assert.deepEqual(await wrongLines(dora), ['Whom the editor speaks to (PostMessageOrigin)']);
    await tries(dora);
    await until(async () => /says nothing/.test((await says(dora, 'Trial'))[1] ?? ''));
    assert.equal((await says(dora, 'Trial'))[0], "Can't be known");
    assert.equal((await says(dora, 'Messages to this page'))[1], 'None came.');
    await dora.leaves();
  });
});

describe('with Collabora', () => {
  const stage = new Stage({ client: 'collabora' });
  afterEach(() => stage.reset());

  it('a file that can’t be loaded is told, and what a missing field costs', async () => {
    const dora = await looks(stage);
    assert.deepEqual(await wrongLines(dora), ['Missing: LastModifiedTime']);
    stage.standIn.nuxeo.faults.wrongSecret = true;
    await tries(dora);
    const [, words = ''] = await sees(dora, 'Trial', 'Not well');
    assert.match(words, /has not opened the file \(editor-failed\)/);
    assert.match((await says(dora, 'Messages to this page'))[1] ?? '', /Action_Load_Resp/);
    await dora.leaves();
  });
});
