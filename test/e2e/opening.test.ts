import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const microsoft = new Stage();
const collabora = new Stage({ client: 'collabora' });
afterEach(() => {
  microsoft.reset();
  collabora.reset();
});

const address = (action: string, id: string) => `/office-online/${action}/default/${id}/file:content`;
const EDIT = address('edit', sampleIds.budget);

/** Somebody who does not reach the editor's server, though Nuxeo's. */
async function cutOff(stage: Stage): Promise<Person> {
  const alice = await stage.person('alice');
  await alice.context.route(`${stage.standIn.officeUrl}/**`, (route) => route.abort('connectionrefused'));
  return alice;
}

/** Somebody whose browser is told another policy for Web UI's page. */
async function underPolicy(change: (policy: string) => string): Promise<Person> {
  const alice = await microsoft.person('alice');
  await alice.context.route('**/nuxeo/ui/', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = change(headers['content-security-policy'] ?? '');
    await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } });
  });
  return alice;
}

/** What is read in the notice, and its buttons. */
async function reads({ editor }: Person): Promise<{ text: string; buttons: string[] }> {
  const notice = editor.getByRole('alert');
  const text = (await notice.locator('p').textContent()) ?? '';
  const buttons = await notice.getByRole('button').allTextContents();
  return { text: text.trim(), buttons: buttons.map((button) => button.trim()) };
}

describe('an editor that can’t be reached', () => {
  for (const stage of [microsoft, collabora]) {
    const name = stage === microsoft ? 'Microsoft' : 'Collabora';
    it(`is told as that, with ${name}, long before its time is over, and can be tried again`, async () => {
      const alice = await cutOff(stage);
      const start = Date.now();
      await alice.goes(EDIT);
      const { text, buttons } = await reads(alice);
      assert.ok(text.startsWith(`The editor ${stage.standIn.officeUrl} can't be reached.`), text);
      assert.deepEqual(buttons, ['Try again']);
      assert.ok(Date.now() - start < 20_000);
      assert.equal(await alice.page.locator('iframe').count(), 0);
      await alice.context.unroute(`${stage.standIn.officeUrl}/**`);
      await alice.editor.getByRole('button', { name: 'Try again' }).click();
      await alice.seesEditor();
      assert.deepEqual(alice.complaints, []);
      await alice.leaves();
    });
  }
});

describe('the policy of Nuxeo’s page', () => {
  for (const directive of ['frame-src', 'form-action']) {
    it(`keeps the editor out by ${directive}: that is told`, async () => {
      const alice = await underPolicy((policy) =>
        policy.replace(new RegExp(`${directive} [^;]*`), `${directive} 'self'`),
      );
      await alice.goes(EDIT);
      const { text, buttons } = await reads(alice);
      assert.ok(
        text.startsWith(`The editor ${microsoft.standIn.officeUrl} was not allowed into this page.`),
        text,
      );
      assert.deepEqual(buttons, ['Back to the document']);
      assert.equal(await alice.page.locator('iframe').count(), 0);
      await alice.leaves();
    });
  }

  it('keeps the editor out of a window of its own: that is told, and the window goes', async () => {
    microsoft.standIn.config['officeOnline.target'] = 'window';
    const alice = await underPolicy((policy) => policy.replace(/form-action [^;]*/, "form-action 'self'"));
    await alice.opensDocument(sampleIds.budget);
    await alice.action('Edit in Excel Online').click();
    await alice.page.getByText(`${microsoft.standIn.officeUrl} was not allowed into this page`).waitFor();
    await until(() => alice.context.pages().length === 1);
    await alice.leaves();
  });

  it('does not let us look whether the editor can be reached: it opens all the same', async () => {
    const alice = await underPolicy((policy) => policy.replace(/connect-src [^;]*/, "connect-src 'self'"));
    await alice.goes(EDIT);
    await alice.seesEditor();
    await alice.leaves();
  });
});

describe('Collabora', () => {
  it('that shows a page and says nothing has not opened: that is told when its time is over', async () => {
    collabora.standIn.config['officeOnline.loadTimeout'] = '3';
    const alice = await collabora.person('alice');
    let posted = 0;
    await alice.context.route(`${collabora.standIn.officeUrl}/**`, (route) => {
      if (route.request().method() === 'POST') posted = Date.now();
      return route.fulfill({ contentType: 'text/html', body: '<h1>Welcome</h1>' });
    });
    await alice.goes(EDIT);
    assert.match((await reads(alice)).text, /^The editor did not open/);
    assert.ok(Date.now() - posted >= 3_000);
    await alice.leaves();
  });

  it('says itself why it can’t load a file: its words can be read', async () => {
    collabora.standIn.nuxeo.faults.wopi = { status: 500 };
    const alice = await collabora.person('alice');
    await alice.goes(EDIT);
    const { text, buttons } = await reads(alice);
    assert.match(text, /^The editor did not open.* \S/);
    assert.deepEqual(buttons, ['Try again', 'Open in a new tab']);
    await alice.leaves();
  });

  it('that puts an idle person’s file aside leaves it where it is: a click goes on', async () => {
    const alice = await collabora.person('alice');
    await alice.page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.addEventListener('message', ({ data }) => heard.push(String(data)));
    });
    await alice.goes(EDIT);
    await alice.seesEditor();
    await collabora.standIn.office.close('DocumentIdle');
    await alice.page.waitForFunction(() =>
      (window as unknown as { heard: string[] }).heard.some((text) => text.includes('DocumentIdle')),
    );
    assert.equal(await alice.page.locator('iframe').count(), 1);
    await alice.seesEditor();
    assert.equal(await alice.editor.getByRole('alert').count(), 0);
    await alice.leaves();
  });

  for (const [reason, words] of [
    ['OwnerTermination', 'The owner of the document has ended the session.'],
    ['OOM', "The editor's server has too little memory."],
    ['ShuttingDown', "The editor's server is being shut down."],
    ['DocumentDisconnected', "The editor's server has lost the document."],
    ['<b>SomethingElse</b>', '<b>SomethingElse</b>'],
  ] as const) {
    it(`that ends the session for ${reason} is told in words`, async () => {
      const alice = await collabora.person('alice');
      await alice.goes(EDIT);
      await alice.seesEditor();
      await collabora.standIn.office.close(reason);
      const { text } = await reads(alice);
      assert.equal(text, `The editor has stopped. What it had saved is in Nuxeo. Try again. ${words}`);
      await alice.leaves();
    });
  }

  it('that ends the session over changes claims nothing of them', async () => {
    const alice = await collabora.person('alice');
    await alice.goes(EDIT);
    await alice.seesEditor();
    collabora.standIn.office.faults.saveDelay = 60_000;
    await alice.fillsCell('B2', '51001');
    await alice.sees('Unsaved changes');
    delete collabora.standIn.office.faults.saveDelay;
    await collabora.standIn.office.close('OOM');
    assert.match((await reads(alice)).text, /Changes that have not reached Nuxeo may be lost/);
    await alice.leaves();
  });

  it('opens a version and a document in the trash, by edit, and nothing can be changed', async () => {
    for (const [name, id] of [
      ['alice', sampleIds.statutesVersion],
      ['dora', sampleIds.discardedPlan],
    ] as const) {
      const person = await collabora.person(name);
      await person.opensDocument(id);
      assert.deepEqual(await person.offers(), ['View in Word Online']);
      await person.action('View in Word Online').click();
      await person.frame.getByRole('status').filter({ hasText: 'Read-only' }).waitFor();
      await person.seesEditor();
      await person.leaves();
    }
  });

  it('gets nothing of what Microsoft’s editors have left on the page', async () => {
    for (const [stage, gets] of [
      [collabora, false],
      [microsoft, true],
    ] as const) {
      const alice = await stage.person('alice');
      const posted = alice.page.waitForRequest(
        (request) => request.url().startsWith(stage.standIn.officeUrl) && request.method() === 'POST',
      );
      await alice.page.goto(`${stage.standIn.url}?wdOrigin=elsewhere#!${EDIT}`);
      assert.equal((await posted).url().includes('wdOrigin=elsewhere'), gets);
      await alice.leaves();
    }
  });
});

describe('an address that says view', () => {
  it('opens nothing that may write: not an empty file, for there is nothing to view', async () => {
    for (const stage of [microsoft, collabora]) {
      const alice = await stage.person('alice');
      const { requests } = stage.standIn.nuxeo;
      requests.length = 0;
      await alice.goes(address('view', sampleIds.newMemo));
      const { text, buttons } = await reads(alice);
      assert.match(text, /^This file can't be opened for viewing alone/);
      assert.deepEqual(buttons, ['Back to the document']);
      assert.equal(requests.filter(({ url }) => url.startsWith('/nuxeo/wopi/')).length, 0);
      await alice.leaves();
    }
  });

  it('opens Collabora’s edit, read-only, for who might write', async () => {
    const alice = await collabora.person('alice');
    const posted = alice.page.waitForRequest(
      (request) => request.url().startsWith(collabora.standIn.officeUrl) && request.method() === 'POST',
    );
    await alice.goes(address('view', sampleIds.budget));
    assert.match((await posted).url(), /permission=readonly/);
    await alice.frame.getByRole('status').filter({ hasText: 'Read-only' }).waitFor();
    await alice.leaves();
  });

  it('does not open another editor that can only edit, and sends it no token', async () => {
    const alice = await collabora.person('alice');
    const actionUrl = `${collabora.standIn.officeUrl}/we/wordeditorframe.aspx?WOPISrc=x`;
    collabora.standIn.nuxeo.faults.launch = {
      json: { actionUrl, accessToken: 'secret', accessTokenTtl: 0 },
    };
    const posts: string[] = [];
    alice.page.on('request', (request) => {
      if (request.url().startsWith(collabora.standIn.officeUrl)) posts.push(request.url());
    });
    await alice.goes(address('view', sampleIds.budget));
    assert.match((await reads(alice)).text, /^This file can't be opened for viewing alone/);
    assert.deepEqual(posts, []);
    await alice.leaves();
  });

  it('may be what an edit that is not on offer becomes', async () => {
    const rita = await microsoft.person('rita');
    await rita.goes(EDIT);
    await rita.frame.getByRole('status').filter({ hasText: 'Read-only' }).waitFor();
    await rita.leaves();
  });
});
