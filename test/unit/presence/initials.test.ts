import { initialsOf, inkOn } from '../../../elements/presence/initials.js';
import { expect } from '../expect.js';

describe('a person’s disc', () => {
  for (const [name, initials] of [
    ['Alice Archer', 'AA'],
    ['bob', 'B'],
    ['Ludwig van Beethoven', 'LB'],
    ['çelik@example.org', 'ÇO'],
    ['王小明', '王'],
    ['🦊 Fox', '🦊F'],
    ['נועה לוי', 'נל'],
  ] as const) {
    it(`of ${name} says ${initials}`, () => {
      expect(initialsOf(name)).to.equal(initials);
    });
  }

  it('can be read on any colour, at 4.5 to 1 or better', () => {
    for (const [colour, ink] of [
      ['#000000', 'white'],
      ['#ffffff', 'black'],
      ['#0646a2', 'white'],
      ['#00ff7f', 'black'],
      ['#808080', 'black'],
      ['#c5000b', 'white'],
    ] as const) {
      expect(inkOn(colour), colour).to.equal(ink);
    }
  });
});
