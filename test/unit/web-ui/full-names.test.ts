import { knownName, learnName } from '../../../src/web-ui/full-names.js';
import { expect } from '../expect.js';
import { NuxeoServer } from '../nuxeo-server.js';

const person = (id: string, properties: object) => ({ 'entity-type': 'user', id, properties });
const answer = (properties: object) => () => Response.json(person('', properties));

describe('the full name of a user', () => {
  let server: NuxeoServer;
  before(async () => {
    server = await NuxeoServer.install();
  });
  afterEach(() => server.reset());
  after(() => server.uninstall());

  async function learn(userName: string, document?: unknown): Promise<string | undefined> {
    await learnName(userName, document);
    return knownName(userName);
  }

  it('is not known before it was learnt', () => {
    expect(knownName('carl')).to.equal(undefined);
  });

  it('is read in the document where that carries the person, and not asked for', async () => {
    const [ann, ben, cleo] = [
      person('ann', { firstName: 'Ann', lastName: 'Ash' }),
      person('ben', { firstName: 'Ben', lastName: 'Birch' }),
      person('cleo', { firstName: 'Cleo', lastName: 'Cedar' }),
    ];
    const properties = { 'dc:creator': ann, 'dc:lastContributor': ben, 'dc:contributors': [ann, cleo] };
    expect(await learn('ann', { properties })).to.equal('Ann Ash');
    expect(await learn('ben', { properties })).to.equal('Ben Birch');
    expect(await learn('cleo', { properties })).to.equal('Cleo Cedar');
    expect(server.users).to.deep.equal([]);
  });

  it('is asked for where the document has names alone, or none; once for each user, however many ask', async () => {
    server.user = answer({ firstName: 'Dan', lastName: 'Dune' });
    const properties = { 'dc:creator': 'dan', 'dc:contributors': [null, 'dan'] };
    const both = await Promise.all([learn('dan', { properties }), learn('dan')]);
    expect(both).to.deep.equal(['Dan Dune', 'Dan Dune']);
    expect(await learn('dan', 'no document')).to.equal('Dan Dune');
    expect(server.users).to.deep.equal(['dan']);
  });

  it('is the one of both names that there is, else the address, as Web UI has it', async () => {
    server.user = answer({ firstName: 'Eve', lastName: '', email: 'eve@example.com' });
    expect(await learn('eve')).to.equal('Eve');
    server.user = answer({ firstName: null, email: 'fay@example.com' });
    expect(await learn('fay')).to.equal('fay@example.com');
    server.user = answer({});
    expect(await learn('gil')).to.equal('gil');
  });

  it('is the user name where the server does not tell, and is not asked for again', async () => {
    for (const [name, refusal] of [
      ['hal@example.com', () => Response.json({}, { status: 404 })],
      ['ida', () => Promise.reject(new TypeError('Failed to fetch'))],
      ['jon', () => Response.json('nothing')],
    ] as const) {
      server.user = refusal;
      expect(await learn(name)).to.equal(name);
      expect(await learn(name)).to.equal(name);
    }
    expect(server.users).to.deep.equal(['hal@example.com', 'ida', 'jon']);
  });
});
