import assert from 'node:assert/strict';
import { sampleIds, type Fault } from '../../demo/nuxeo/index.js';
import { Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const EDIT = `/office-online/edit/default/${sampleIds.quarterlyReport}/file:content`;

const launchTo = (actionUrl: string): Fault => ({
  json: { actionUrl, accessToken: 'secret', accessTokenTtl: 0 },
});

/** What goes wrong, what the person reads and the one button there is. */
const failures: { name: string; fault: Fault; says: RegExp; button: string }[] = [
  { name: 'the session is over', fault: { status: 401 }, says: /session is over/, button: 'Sign in again' },
  {
    name: 'the session is over, and the sign-in page comes instead',
    fault: { html: '<form action="startup"><input name="user_password" type="password"></form>' },
    says: /session is over/,
    button: 'Sign in again',
  },
  {
    name: 'the server forbids it',
    fault: { status: 403 },
    says: /not allowed/,
    button: 'Back to the document',
  },
  {
    name: 'the file is gone',
    fault: { status: 404 },
    says: /moved or deleted/,
    button: 'Back to the document',
  },
  {
    name: 'the server has an error',
    fault: { status: 500 },
    says: /can't answer just now/,
    button: 'Try again',
  },
  { name: 'the server is down', fault: { status: 503 }, says: /can't answer just now/, button: 'Try again' },
  { name: 'the connection breaks', fault: { drop: true }, says: /can't be reached/, button: 'Try again' },
  {
    name: 'the answer has no form',
    fault: { html: '<p>It works!</p>' },
    says: /not an editor's/,
    button: 'Try again',
  },
  {
    name: 'the editor is not reached over https',
    fault: launchTo('http://office.example.com/we/'),
    says: /editor http:\/\/office\.example\.com is not reached over https/,
    button: 'Back to the document',
  },
];

describe('when it does not work, the person learns what and what to do:', () => {
  for (const { name, fault, says, button } of failures) {
    it(name, async () => {
      stage.standIn.nuxeo.faults.launch = fault;
      const alice = await stage.person('alice');
      await alice.goes(EDIT);
      assert.match(await alice.seesNotice(), says);
      assert.deepEqual(await alice.editor.getByRole('alert').getByRole('button').allTextContents(), [button]);
      assert.equal(await alice.page.locator('iframe').count(), 0);
      assert.deepEqual(alice.complaints, []);
      await alice.leaves();
    });
  }

  it('the editor is not among the trusted ones', async () => {
    stage.standIn.config['officeOnline.trustedOrigins'] = 'https://*.officeapps.live.com';
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /is not trusted here, so nothing was sent to it/);
    assert.ok((await alice.seesNotice()).includes(stage.standIn.officeUrl));
    assert.doesNotMatch(await alice.seesNotice(), /can't be used/);
    await alice.leaves();
  });

  it('all that is set as trusted is a typing error: nobody is trusted, and the error can be read', async () => {
    const host = new URL(stage.standIn.officeUrl).host;
    stage.standIn.config['officeOnline.trustedOrigins'] = `${host},https://*.com`;
    const alice = await stage.person('alice');
    const warnings: string[] = [];
    alice.page.on('console', (message) => warnings.push(message.text()));
    await alice.goes(EDIT);
    const notice = alice.editor.getByRole('alert');
    await notice.getByText(`These entries of trustedOrigins can't be used: ${host}, https://*.com`).waitFor();
    assert.match(await alice.seesNotice(), /is not trusted here, so nothing was sent to it/);
    for (const entry of [host, 'https://*.com']) {
      const told = warnings.filter(
        (text) => text.includes(`trustedOrigins: expected https origins`) && text.includes(`"${entry}"`),
      );
      assert.equal(told.length, 1, entry);
    }
    await alice.leaves();
  });

  it('one of several trusted ones is a typing error: the others are as good as before', async () => {
    stage.standIn.config['officeOnline.trustedOrigins'] = `office.example.com,${stage.standIn.officeUrl}/`;
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    await alice.seesEditor();
    await alice.leaves();
  });

  it('the server takes too long', async () => {
    stage.standIn.config['officeOnline.loadTimeout'] = '1';
    stage.standIn.nuxeo.faults.launch = { delay: 5_000 };
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /took too long/);
    await alice.leaves();
  });

  it('the editor does not open', async () => {
    stage.standIn.config['officeOnline.loadTimeout'] = '2';
    const alice = await stage.person('alice');
    // A server that takes the request and never answers: nobody knows more than that.
    await alice.context.route(`${stage.standIn.officeUrl}/**`, () => undefined);
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /editor did not open, or has stopped/);
    assert.equal(await alice.page.locator('iframe').count(), 0);
    await alice.leaves();
  });

  it('the document does not exist', async () => {
    const alice = await stage.person('alice');
    await alice.goes('/office-online/edit/default/00000000-0000-4000-8000-000000000000/file:content');
    assert.match(await alice.seesNotice(), /moved or deleted/);
    await alice.leaves();
  });

  it('the document has no such file, or no editor knows it', async () => {
    const alice = await stage.person('alice');
    for (const [id, xpath] of [
      [sampleIds.quarterlyReport, 'files:files/99/file'],
      [sampleIds.quarterlyReport, 'constructor/name'],
      [sampleIds.readMe, 'file:content'],
    ]) {
      await alice.goes(`/office-online/edit/default/${id}/${xpath}`);
      assert.match(await alice.seesNotice(), /no editor is set up for it/);
    }
    await alice.leaves();
  });

  it('it is not for this user’s groups', async () => {
    stage.standIn.config['officeOnline.groups'] = 'editors';
    const rita = await stage.person('rita');
    await rita.goes(EDIT);
    assert.match(await rita.seesNotice(), /not allowed/);
    await rita.leaves();
  });
});

/** Has something in the page go wrong that nobody has thought of. */
const breaks = {
  posting: () => {
    HTMLFormElement.prototype.submit = () => {
      throw new TypeError('a mistake');
    };
  },
  'making the editor': () => {
    const make: (tag: string) => HTMLElement = document.createElement.bind(document);
    document.createElement = (tag: string) => {
      if (tag === 'nuxeo-office-online-editor') throw new TypeError('a mistake');
      return make(tag);
    };
  },
};

describe('a mistake in the code is told as one, never as a connection that is down,', () => {
  it('in the editor, with the details in the console', async () => {
    const alice = await stage.person('alice');
    await alice.page.addInitScript(breaks.posting);
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /error of its own/);
    assert.deepEqual(await alice.editor.getByRole('alert').getByRole('button').allTextContents(), [
      'Try again',
      'Back to the document',
    ]);
    assert.match(alice.complaints.join(), /a mistake/);
    await alice.leaves();
  });

  it('in our page before there is an editor', async () => {
    const alice = await stage.person('alice');
    await alice.page.addInitScript(breaks['making the editor']);
    await alice.goes(EDIT);
    await alice.page.getByText(/error of its own/).waitFor();
    assert.match(alice.complaints.join(), /a mistake/);
    await alice.leaves();
  });
});

describe('when the editor’s own code can’t be fetched', () => {
  it('our page says that Nuxeo can’t be reached', async () => {
    const alice = await stage.person('alice');
    await alice.context.route(/nuxeo-office-online-editor/, (route) => route.abort());
    await alice.goes(EDIT);
    await alice.page.getByText(/can't be reached/).waitFor();
    await alice.leaves();
  });

  it('an editor that lacks a part of it says so, and “Try again” fetches that part too', async () => {
    const alice = await stage.person('alice');
    await alice.context.route(/nuxeo-office-online-saved-tracker/, (route) => route.abort());
    await alice.opensDocument(sampleIds.quarterlyReport);
    await alice.action('Edit in Word Online').click();
    assert.match(await alice.seesNotice(), /can't be reached/);
    await alice.context.unroute(/nuxeo-office-online-saved-tracker/);
    await alice.editor.getByRole('button', { name: 'Try again' }).click();
    await alice.seesEditor();
    await alice.leaves();
  });

  it('because the session is over, an editor that lacks a part says that', async () => {
    const alice = await stage.person('alice');
    await alice.context.route(/nuxeo-office-online-saved-tracker/, (route) => route.fulfill({ status: 401 }));
    await alice.opensDocument(sampleIds.quarterlyReport);
    stage.standIn.nuxeo.faults.rest = { status: 401 };
    await alice.action('Edit in Word Online').click();
    assert.match(await alice.seesNotice(), /session is over/);
    await alice.leaves();
  });

  it('a window that was opened for it does not stay empty, and a toast says so', async () => {
    stage.standIn.config['officeOnline.target'] = 'window';
    const alice = await stage.person('alice');
    await alice.context.route(/nuxeo-office-online-bare-window/, (route) => route.abort());
    await alice.opensDocument(sampleIds.quarterlyReport);
    const opening = alice.context.waitForEvent('page');
    await alice.action('Edit in Word Online').click();
    const opened = await opening;
    if (!opened.isClosed()) await opened.waitForEvent('close');
    await alice.page.getByText(/can't be reached/).waitFor();
    await alice.leaves();
  });
});

describe('the button', () => {
  it('“Try again” does, and it works when the server does', async () => {
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    await alice.seesNotice();
    delete stage.standIn.nuxeo.faults.launch;
    await alice.editor.getByRole('button', { name: 'Try again' }).click();
    await alice.seesEditor();
    await alice.leaves();
  });

  it('“Back to the document” goes there', async () => {
    stage.standIn.nuxeo.faults.launch = { status: 403 };
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    await alice.editor.getByRole('button', { name: 'Back to the document' }).click();
    await alice.action('Edit in Word Online').waitFor();
    assert.equal(await alice.editor.count(), 0);
    await alice.leaves();
  });

  it('“Sign in again” leads to the sign-in page, and from there back to the file', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    // Without a session, Nuxeo gives nobody the editor's code: all of it has to be there before.
    const code = ['editor', 'access', 'follow-up', 'saved-tracker'].map(async (name) => {
      await (await alice.page.waitForResponse(new RegExp(`nuxeo-office-online-${name}-`))).finished();
    });
    await alice.action('Edit in Word Online').hover();
    await Promise.all(code);
    stage.standIn.nuxeo.endSessions();
    await alice.action('Edit in Word Online').click();
    assert.match(await alice.seesNotice(), /session is over/);
    await alice.editor.getByRole('button', { name: 'Sign in again' }).click();
    await alice.signsIn();
    await alice.seesEditor();
    await alice.leaves();
  });

  it('“Try again” leads on when even the editor’s own code could not be loaded', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    await alice.action('Edit in Word Online').waitFor();
    stage.standIn.nuxeo.endSessions();
    await alice.action('Edit in Word Online').click();
    await alice.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await alice.signsIn();
    await alice.seesEditor();
    await alice.leaves();
  });
});
