import assert from 'node:assert/strict';
import { Blob } from '../../demo/nuxeo/blob.js';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

/** Seconds that a token lives, and before its end at which alice is told. */
const LIFE = 20;
const AHEAD = 16;

const options = { tokenTtl: LIFE };
const addressOf = (id: string) => `/office-online/edit/default/${id}/file:content`;

/** The launch pages that were asked for: `edit`, `editnew`, `view`. */
const launches = ({ standIn }: Stage) =>
  standIn.nuxeo.requests.flatMap(({ url }) => /\/wopi\/([a-z]+)\/default/.exec(url)?.[1] ?? []);

async function opens(stage: Stage, id: string = sampleIds.budget, ahead = AHEAD): Promise<Person> {
  stage.standIn.config['officeOnline.renewBefore'] = String(ahead);
  const alice = await stage.person('alice');
  stage.standIn.nuxeo.requests.length = 0;
  await alice.goes(addressOf(id));
  await alice.seesEditor();
  return alice;
}

const button = (alice: Person, name: string) => alice.banner.getByRole('button', { name, exact: true });

async function reloads(alice: Person, name = 'Reload'): Promise<void> {
  await button(alice, name).click();
  await alice.banner.waitFor({ state: 'detached' });
  await alice.sees(/^(Opened in|Saved)/);
}

async function isStored(stage: Stage, value: string): Promise<void> {
  await until(async () =>
    (await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml')).includes(
      `<v>${value}</v>`,
    ),
  );
}

describe('“Reload” on a server that takes its time', () => {
  const stage = new Stage({ client: 'microsoft', ...options });
  afterEach(() => stage.reset());

  /** Alice’s token is about to end; the server takes two seconds to hand out another. */
  async function hasToReload(): Promise<Person> {
    const alice = await opens(stage);
    await alice.banner.getByText(/^Your access to this file ends/).waitFor();
    stage.standIn.nuxeo.faults.launch = { delay: 2_000 };
    return alice;
  }

  /** The posts that open an editor. */
  function postsOf({ context }: Person): string[] {
    const posts: string[] = [];
    context.on('request', (request) => {
      const isOffice = request.url().startsWith(stage.standIn.officeUrl);
      if (isOffice && request.method() === 'POST' && request.url().includes('WOPISrc'))
        posts.push(request.url());
    });
    return posts;
  }

  it('clicked twice, asks once and opens once', async () => {
    const alice = await hasToReload();
    const posts = postsOf(alice);
    const reload = button(alice, 'Reload');
    await reload.click();
    await reload.click({ force: true });
    assert.equal(await reload.isDisabled(), true);
    await alice.banner.waitFor({ state: 'detached' });
    await alice.seesEditor();
    assert.deepEqual(launches(stage), ['edit', 'edit']);
    assert.deepEqual([posts.length, alice.context.pages().length], [1, 1]);
    await alice.leaves();
  });

  it('closed before the answer, opens nothing: the token goes nowhere, and no new tab is there', async () => {
    const alice = await hasToReload();
    const posts = postsOf(alice);
    let tabs = 0;
    alice.context.on('page', () => (tabs += 1));
    const asked = alice.page.waitForRequest((request) => request.url().includes('/wopi/edit/'));
    await button(alice, 'Reload').click();
    const request = await asked;
    await alice.closes();
    // It is dropped with the session; what was on its way is not waited for.
    await until(() => request.failure() !== null);
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual([posts, tabs, alice.context.pages().length], [[], 0, 1]);
    await alice.leaves();
  });

  it('without an answer leaves the editor as it is, and says why', async () => {
    const alice = await hasToReload();
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    const frame = await alice.page.locator('iframe').getAttribute('name');
    await button(alice, 'Reload').click();
    await alice.banner.getByText("Nuxeo can't answer just now. Wait a moment, then try again.").waitFor();
    await alice.banner.getByText(/^Your access to this file ends in \d+ seconds\.$/).waitFor();
    assert.equal(await alice.page.locator('iframe').getAttribute('name'), frame);
    delete stage.standIn.nuxeo.faults.launch;
    await reloads(alice);
    await alice.leaves();
  });
});

describe('the notice', () => {
  const stage = new Stage({ client: 'microsoft', ...options });
  afterEach(() => stage.reset());

  for (const [width, height] of [
    [1280, 800],
    [320, 480],
    [320, 256],
  ] as const) {
    it(`leaves the editor’s own menus in reach, and can be pressed, on ${width} × ${height}`, async () => {
      const alice = await opens(stage);
      await alice.page.setViewportSize({ width, height });
      await button(alice, 'Reload').waitFor();
      const banner = await alice.banner.boundingBox();
      const frame = await alice.page.locator('iframe').boundingBox();
      assert.ok(banner && frame && banner.y + banner.height <= frame.y, JSON.stringify([banner, frame]));
      assert.ok(frame.height >= (height - 52) * 0.5, JSON.stringify(frame));
      await button(alice, 'Reload').click();
      await alice.banner.waitFor({ state: 'detached' });
      await alice.leaves();
    });
  }
});

describe('“Reload” while changes are open', () => {
  const stage = new Stage({ client: 'microsoft', ...options, autoSaveFactor: 0.1 });
  afterEach(() => stage.reset());

  it('asks once more, and reloads when alice presses again', async () => {
    stage.standIn.speakWithHost();
    const alice = await opens(stage);
    await alice.fillsCell('B2', '341');
    await alice.sees('Unsaved changes');
    await button(alice, 'Reload').click();
    await alice.banner
      .getByText('Changes may not be saved yet: save in the editor first. Reload all the same?')
      .waitFor();
    assert.deepEqual(launches(stage), ['edit']);
    await reloads(alice, 'Reload all the same');
    assert.deepEqual(launches(stage), ['edit', 'edit']);
    assert.equal(await alice.frame.getByLabel('B2', { exact: true }).inputValue(), '341');
    await alice.leaves();
  });
});

describe('an editor that takes no new token in place, though it should,', () => {
  const stage = new Stage({ client: 'collabora', ...options });
  afterEach(() => stage.reset());

  /** Collabora Online ignores what it is told while its tab is dimmed. */
  async function refusesTokens(): Promise<Person> {
    stage.standIn.config['officeOnline.renewBefore'] = '3';
    const alice = await stage.person('alice');
    await alice.context.addInitScript(() => {
      if (window === top) return;
      window.addEventListener('message', (event) => {
        if (String(event.data).includes('Reset_Access_Token')) event.stopImmediatePropagation();
      });
    });
    stage.standIn.nuxeo.requests.length = 0;
    await alice.goes(addressOf(sampleIds.budget));
    await alice.seesEditor();
    await button(alice, 'Save and reload').waitFor();
    return alice;
  }

  it('says so by warning again: alice reads it while her token lasts, and has it saved and reloaded', async () => {
    const alice = await refusesTokens();
    await alice.banner.getByText(/^Your access to this file ends in \d seconds\.$/).waitFor();
    assert.deepEqual(launches(stage), ['edit', 'edit']);
    await alice.fillsCell('B3', '351');
    await reloads(alice, 'Save and reload');
    await isStored(stage, '351');
    await alice.leaves();
  });
});

describe('an editor that saves when it is told to, and takes no new token,', () => {
  // So slow that it neither warns by a dialog, which would take the keys, nor saves by itself before it is told to.
  const life = 300;
  const stage = new Stage({ client: 'libreoffice', tokenTtl: life, autoSaveFactor: 4 });
  afterEach(() => stage.reset());
  const opensLate = () => opens(stage, sampleIds.budget, life - 1);

  /** The new token is told of as soon as the old one: that there is another editor shows that it was reloaded. */
  async function reloadsSoon(alice: Person, name: string): Promise<void> {
    const frames = alice.page.locator('iframe');
    const first = await frames.getAttribute('name');
    await button(alice, name).click();
    await until(async () => {
      const names = await frames.evaluateAll((all) => all.map((frame) => frame.getAttribute('name')));
      return names.length === 1 && names[0] !== first;
    });
  }

  it('has saved before it is reloaded: what alice has just typed is there', async () => {
    const alice = await opensLate();
    stage.standIn.office.faults.saveDelay = 1_000;
    await alice.banner.getByText('Save and reload to go on.').waitFor();
    await alice.fillsCell('B3', '352');
    await reloadsSoon(alice, 'Save and reload');
    await alice.sees(/^(Opened in|Saved)/);
    await isStored(stage, '352');
    assert.equal(await alice.frame.getByLabel('B3', { exact: true }).inputValue(), '352');
    await alice.leaves();
  });

  it('can’t save: alice is asked before anything is thrown away', async () => {
    const alice = await opensLate();
    stage.standIn.nuxeo.faults.wopi = { status: 500 };
    await alice.fillsCell('B3', '353');
    await button(alice, 'Save and reload').click();
    await alice.banner.getByText('The editor could not save your last changes').waitFor();
    assert.equal(await alice.page.locator('iframe').count(), 1);
    assert.equal(await alice.frame.getByLabel('B3', { exact: true }).inputValue(), '353');
    delete stage.standIn.nuxeo.faults.wopi;
    // The editor before goes once the other one has the document, which is saved then.
    await reloadsSoon(alice, 'Reload all the same');
    await isStored(stage, '353');
    await alice.leaves();
  });

  it('keeps the first editor until the second has the document, and out of sight', async () => {
    const alice = await opensLate();
    const first = await alice.page.locator('iframe').getAttribute('name');
    await alice.page.evaluate(() => {
      const frames: string[][] = [];
      const editor = document.querySelector('nuxeo-office-online-editor')!;
      new MutationObserver(() => {
        frames.push([...editor.querySelectorAll('iframe')].map(({ name, hidden }) => `${name} ${hidden}`));
      }).observe(editor, { childList: true });
      Object.assign(window, { frames });
    });
    await reloadsSoon(alice, 'Save and reload');
    await alice.sees(/^(Opened in|Saved)/);
    const second = await alice.page.locator('iframe').getAttribute('name');
    const frames = await alice.page.evaluate(() => (window as unknown as { frames: string[][] }).frames);
    assert.deepEqual(frames, [[`${first} true`, `${second} false`], [`${second} false`]]);
    await alice.leaves();
  });
});

describe('what is opened anew', () => {
  const stage = new Stage({ client: 'microsoft', ...options });
  afterEach(() => stage.reset());

  it('of a new file is that file, not a new one again', async () => {
    const alice = await opens(stage, sampleIds.newMemo);
    await until(() => {
      const { repository } = stage.standIn.nuxeo;
      return Boolean(repository.blobAt(repository.get(sampleIds.newMemo), 'file:content')?.bytes.length);
    });
    await reloads(alice);
    assert.deepEqual(launches(stage), ['editnew', 'edit']);
    await alice.leaves();
  });

  it('by “Try again” is what there is by then, too', async () => {
    const { nuxeo, office, config } = stage.standIn;
    const memo = nuxeo.repository.get(sampleIds.newMemo);
    memo.properties['file:content'] = new Blob('New memo.docx', Buffer.alloc(0));
    config['officeOnline.loadTimeout'] = '2';
    office.faults.hang = true;
    const alice = await stage.person('alice');
    nuxeo.requests.length = 0;
    await alice.goes(addressOf(sampleIds.newMemo));
    await alice.editor.getByText('The editor did not open').waitFor();
    // Somebody else has begun it meanwhile.
    const report = nuxeo.repository.blobAt(nuxeo.repository.get(sampleIds.quarterlyReport), 'file:content');
    memo.properties['file:content'] = report ?? null;
    stage.reset();
    await alice.editor.getByRole('button', { name: 'Try again' }).click();
    await alice.seesEditor();
    assert.deepEqual(launches(stage), ['editnew', 'edit']);
    await alice.leaves();
  });

  it('where alice may not write any more is what she may, and she reads so', async () => {
    const alice = await opens(stage, sampleIds.quarterlyReport);
    const document = stage.standIn.nuxeo.repository.get(sampleIds.quarterlyReport);
    document.hasLegalHold = true;
    try {
      await button(alice, 'Reload').click();
      await alice.sees('You can only read this file now');
      assert.deepEqual(launches(stage), ['edit', 'view']);
    } finally {
      document.hasLegalHold = false;
    }
    await alice.leaves();
  });
});
