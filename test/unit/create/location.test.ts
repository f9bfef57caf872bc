import { obstacleIn, plainPath } from '../../../src/create/location.js';
import { expect } from '../expect.js';

const folder = (permissions: string[], types: object[], given: object = {}) => ({
  contextParameters: { permissions, subtypes: types },
  ...given,
});
const file = { type: 'File', facets: ['Versionable'] };

describe('a place for a new document', () => {
  it('is one where the person may add documents of that type', () => {
    expect(obstacleIn(folder(['AddChildren'], [file]), 'File')).to.equal(undefined);
  });

  it('is none without the right to, in the trash, or where the type is not allowed or hidden', () => {
    expect(obstacleIn(folder(['Read'], [file]), 'File')).to.equal('noPermission');
    expect(obstacleIn(folder(['AddChildren'], [file], { isTrashed: true }), 'File')).to.equal(
      'trashedParent',
    );
    expect(obstacleIn(folder(['AddChildren'], [file]), 'Memo')).to.equal('invalidSubtype');
    const hidden = { type: 'File', facets: ['HiddenInCreation'] };
    expect(obstacleIn(folder(['AddChildren'], [hidden]), 'File')).to.equal('invalidSubtype');
  });

  for (const parent of [undefined, null, 'x', {}, { contextParameters: { permissions: 'AddChildren' } }]) {
    it(`is none where Web UI has ${JSON.stringify(parent)}`, () =>
      expect(obstacleIn(parent, 'File')).to.equal('noPermission'));
  }

  it('is the same with a slash at its end', () => {
    expect([plainPath('/a/b/'), plainPath('/a/b'), plainPath('/')]).to.deep.equal(['/a/b', '/a/b', '/']);
  });
});
