import { expect } from '../expect.js';
import { nextState, type SessionEvent, type SessionState } from '../../../src/session/session-state.js';

const STATES = [
  'requesting',
  'posting',
  'loading',
  'ready',
  'modified',
  'closing',
  'closed',
  'failed',
] as const;

/** Every event in every state: where it leads, in the order of STATES; `·` where it means nothing. */
const TABLE: Record<SessionEvent['type'], string> = {
  //           requesting posting loading  ready    modified closing closed failed
  launched: '  posting    ·       ·        ·        ·        ·       ·      ·',
  posted: '    ·          loading ·        ·        ·        ·       ·      ·',
  loaded: '    ·          ·       ready    ·        ·        ·       ·      ·',
  modified: '  ·          ·       modified modified ·        ·       ·      ·',
  saved: '     ·          ·       ·        ·        ready    ·       ·      ·',
  settled: '   ·          ·       ·        ·        ready    ·       ·      ·',
  close: '     closing    closing closing  closing  closing  ·       ·      closing',
  closed: '    ·          ·       ·        ·        ·        closed  ·      ·',
  failed: '    failed     failed  failed   failed   failed   ·       ·      ·',
};

const stateOf = (phase: (typeof STATES)[number]): SessionState =>
  phase === 'failed' ? { phase, reason: 'network', detail: '' } : { phase };
const eventOf = (type: SessionEvent['type']): SessionEvent =>
  type === 'failed' ? { type, reason: 'timeout', detail: 'x' } : { type };

describe('a session', () => {
  for (const [type, row] of Object.entries(TABLE) as [SessionEvent['type'], string][]) {
    row
      .trim()
      .split(/\s+/)
      .forEach((to, column) => {
        const from = STATES[column];
        if (!from) throw new Error('a row longer than the states');
        it(`that is ${from} ${to === '·' ? 'stays so' : `is ${to}`} on ${type}`, () => {
          const state = stateOf(from);
          const next = nextState(state, eventOf(type));
          if (to === '·') expect(next).to.equal(state);
          else expect(next.phase).to.equal(to);
          if (to === 'failed')
            expect(next).to.deep.equal({ phase: 'failed', reason: 'timeout', detail: 'x' });
        });
      });
  }
});
