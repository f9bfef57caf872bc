import { readMessage } from '../../../src/client/client-messages.js';
import { coAuthorsOf } from '../../../src/client/co-authors.js';
import { expect } from '../expect.js';

/** As LibreOffice Online has been heard to list a view. */
const view = (ViewId: unknown, UserName: unknown, given: object = {}) => ({
  ViewId,
  UserName,
  UserId: String(UserName).toLowerCase(),
  Color: 411298,
  ReadOnly: '0',
  IsCurrentView: false,
  ...given,
});
const own = view('0', 'Alice', { IsCurrentView: true });
const BOB = { viewId: 1, name: 'Bob', colour: '#0646a2', isReadOnly: false };

describe('who else has the file open', () => {
  const cases: [what: string, list: unknown[], others: unknown[]][] = [
    ['nobody', [own], []],
    ['somebody', [own, view('1', 'Bob')], [BOB]],
    ['somebody whose view is a number', [own, view(1, 'Bob')], [BOB]],
    ['somebody who can only read', [view('1', 'Bob', { ReadOnly: '1' })], [{ ...BOB, isReadOnly: true }]],
    ['somebody twice, as one person', [own, view('1', 'Bob'), view('2', 'Bob')], [BOB]],
    ['oneself a second time, which is nobody else', [own, view('1', 'Alice')], []],
    [
      'two of whom only names are known',
      [view(1, 'Bob', { UserId: '' }), view(2, 'Bob', { UserId: '' })],
      [BOB, { ...BOB, viewId: 2 }],
    ],
    ['a colour as text', [view('1', 'Bob', { Color: '#00ff7f' })], [{ ...BOB, colour: '#00ff7f' }]],
    ['no colour', [view('1', 'Bob', { Color: 'url(x)' })], [{ ...BOB, colour: '#666666' }]],
    [
      'a colour with more than three bytes',
      [view('1', 'Bob', { Color: -16_776_961 })],
      [{ ...BOB, colour: '#0000ff' }],
    ],
    [
      'what is no view',
      [null, 'Bob', [], view('x', 'Bob'), view('', 'Bob'), view(null, 'Bob'), view([], 'Bob'), view('1', 5)],
      [],
    ],
    ['nobody without a name', [own, view('2', ' ')], []],
    [
      'not oneself, however late in the list',
      [view('1', 'Alice'), ...Array.from({ length: 600 }, () => view('2', 'Bob')), own],
      [{ ...BOB, viewId: 2 }],
    ],
  ];
  for (const [what, list, others] of cases) {
    it(`is ${what}`, () => {
      expect(coAuthorsOf(list)).to.eql(others);
    });
  }

  it('is told of a long list too, in which a name has an end', () => {
    const crowd = Array.from({ length: 600 }, (_, at) => view(String(at), `Person ${at} ${'x'.repeat(100)}`));
    const message = JSON.stringify({ MessageId: 'Views_List', SendTime: 1, Values: crowd });
    const event = readMessage(message);
    const others = event?.type === 'views' ? coAuthorsOf(event.views) : [];
    expect([others.length, others[0]?.name.length]).to.eql([500, 100]);
  });
});
