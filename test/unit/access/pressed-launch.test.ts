import { launchAtClick, pressLaunch } from '../../../src/access/pressed-launch.js';
import { Failure, failureOf } from '../../../src/failure.js';
import type { Offer } from '../../../src/offer/offers.js';
import { Clock } from '../clock.js';
import { expect } from '../expect.js';
import { launched, never, NuxeoServer } from '../nuxeo-server.js';
import { until } from '../web-ui.js';

/** An offer to edit the main file of that document. */
const offerFor = (document: string): Offer => ({
  intent: 'edit',
  action: 'edit',
  launchUrl: `https://nuxeo.example/nuxeo/wopi/edit/default/${document}/file:content`,
  app: 'word',
  product: 'Word Online',
});

const REPORT = offerFor('report');
const LETTER = offerFor('letter');

describe('a launch that is asked for at the press', () => {
  let server: NuxeoServer;
  let clock: Clock;

  before(async () => (server = await NuxeoServer.install()));
  after(() => server.uninstall());

  beforeEach(() => (clock = new Clock()));
  afterEach(async () => {
    // By then no press of this test is kept.
    await clock.pass(10_000);
    clock.restore();
    server.reset();
  });

  const click = async (offer: Offer) =>
    (await launchAtClick(offer, new AbortController().signal)).accessToken;

  /** The documents whose launch the server was asked for. */
  const asked = () => server.launches.map(({ url }) => /default\/(\w+)\//.exec(url)?.[1]);

  /** Has the server answer each launch with a token of its own: “token 1”, “token 2”. */
  function numberTokens(): void {
    server.launch = () => launched({ token: `token ${server.launches.length}` });
  }

  async function press(offer: Offer): Promise<Request> {
    const { length } = server.launches;
    pressLaunch(offer);
    await until(() => server.launches.length > length);
    return server.launches[length]!;
  }

  it('is what the click gets: one request for both', async () => {
    numberTokens();
    await press(REPORT);
    expect(await click(REPORT)).to.equal('token 1');
    expect(asked()).to.deep.equal(['report']);
  });

  it('serves one click: the next one asks anew', async () => {
    numberTokens();
    await press(REPORT);
    expect(await click(REPORT)).to.equal('token 1');
    expect(await click(REPORT)).to.equal('token 2');
    expect(asked()).to.deep.equal(['report', 'report']);
  });

  it('is asked for at the click where nothing was pressed', async () => {
    numberTokens();
    expect(await click(REPORT)).to.equal('token 1');
    expect(asked()).to.deep.equal(['report']);
  });

  it('is asked for once, however often the button goes down', async () => {
    numberTokens();
    await press(REPORT);
    pressLaunch(REPORT);
    pressLaunch(REPORT);
    expect(await click(REPORT)).to.equal('token 1');
    expect(asked()).to.deep.equal(['report']);
  });

  it('is kept for less than ten seconds', async () => {
    numberTokens();
    await press(REPORT);
    await clock.pass(9_999);
    expect(await click(REPORT)).to.equal('token 1');
    await press(REPORT);
    await clock.pass(10_000);
    expect(await click(REPORT)).to.equal('token 3');
    expect(asked()).to.have.length(3);
  });

  it('that still has no answer after ten seconds without a click is dropped', async () => {
    server.launch = never;
    const { signal } = await press(REPORT);
    await clock.pass(9_999);
    expect(signal.aborted).to.equal(false);
    await clock.pass(1);
    expect(signal.aborted).to.equal(true);
  });

  it('is not dropped after ten seconds once a click waits for it', async () => {
    server.launch = never;
    const { signal } = await press(REPORT);
    void click(REPORT);
    await clock.pass(60_000);
    expect(signal.aborted).to.equal(false);
    expect(asked()).to.deep.equal(['report']);
  });

  it('that has failed is asked for again at the click, and only then', async () => {
    server.launch = () => new Response('', { status: 503 });
    await press(REPORT);
    await clock.pass(5_000);
    expect(asked()).to.deep.equal(['report']);
    numberTokens();
    expect(await click(REPORT)).to.equal('token 2');
    expect(asked()).to.deep.equal(['report', 'report']);
  });

  it('that fails twice tells why', async () => {
    server.launch = () => new Response('', { status: 403 });
    await press(REPORT);
    const error = await click(REPORT).catch((failure: unknown) => failure);
    expect(failureOf(error).reason).to.equal('forbidden');
    expect(asked()).to.deep.equal(['report', 'report']);
  });

  it('is not taken for another file', async () => {
    numberTokens();
    await press(REPORT);
    expect(await click(LETTER)).to.equal('token 2');
    expect(await click(REPORT)).to.equal('token 1');
    expect(asked()).to.deep.equal(['report', 'letter']);
  });

  it('is dropped when another file is pressed', async () => {
    server.launch = never;
    const report = await press(REPORT);
    const letter = await press(LETTER);
    expect([report, letter].map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('is dropped with the session that waits for it, and not asked for again', async () => {
    server.launch = never;
    const { signal } = await press(REPORT);
    const session = new AbortController();
    const launching = launchAtClick(REPORT, session.signal).catch((error: unknown) => error);
    session.abort();
    expect(await launching).to.be.instanceOf(Failure);
    expect(signal.aborted).to.equal(true);
    await clock.pass(0);
    expect(asked()).to.deep.equal(['report']);
  });
});
