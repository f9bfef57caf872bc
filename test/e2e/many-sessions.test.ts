import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();

/** What a session may leave nothing of. */
interface Remains {
  heap: number;
  listeners: number;
  nodes: number;
  documents: number;
  frames: number;
  timers: number;
  channels: number;
  locks: number;
}

/**
 * What a browser that is watched keeps itself: code that it has compiled better, the log of requests, their timings.
 * Measured with 250 sessions: 3 to 6 KB each, nothing of it the page's.
 */
const HEAP_GROWTH = 1.15;

/**
 * What Web UI itself may make late, when the browser is idle, once for all sessions: a part of a page with its listener
 * was seen. Of 100 sessions that leave one thing each, a hundred are left.
 */
const LATE: Partial<Record<keyof Remains, number>> = { listeners: 10, nodes: 40 };

/** Counts timers that have not come to their end and channels that are open, from the start of the page. */
const counting = `
  window.open = { timers: new Set(), channels: new Set() };
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
    const begin = window[set];
    const end = window[clear];
    window[set] = (action, ...rest) => {
      const id = begin(() => {
        if (set === 'setTimeout') open.timers.delete(id);
        action();
      }, ...rest);
      open.timers.add(id);
      return id;
    };
    window[clear] = (id) => {
      open.timers.delete(id);
      end(id);
    };
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      open.channels.add(this);
    }
    close() {
      open.channels.delete(this);
      super.close();
    }
  };
`;

async function remainsAt(person: Person): Promise<Remains> {
  const session = await person.context.newCDPSession(person.page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
  const counted = await person.page.evaluate(async () => {
    const { timers, channels } = (window as unknown as { open: Record<string, Set<unknown>> }).open;
    const { held = [], pending = [] } = await navigator.locks.query();
    return {
      timers: timers?.size ?? NaN,
      channels: channels?.size ?? NaN,
      locks: held.length + pending.length,
    };
  });
  return {
    heap: metric('JSHeapUsedSize'),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    documents: metric('Documents'),
    frames: metric('Frames'),
    ...counted,
  };
}

async function opensAndCloses(person: Person): Promise<void> {
  await person.action('Edit in Excel Online').click();
  await person.seesEditor();
  await person.closes();
}

describe('100 sessions in a row', () => {
  it('leave nothing behind', async () => {
    const alice = await stage.person('alice');
    await alice.page.addInitScript(counting);
    await alice.opensDocument(sampleIds.budget);
    for (let session = 0; session < 5; session += 1) await opensAndCloses(alice);
    const before = await remainsAt(alice);
    for (let session = 0; session < 100; session += 1) await opensAndCloses(alice);
    const { heap: heapBefore, ...countsBefore } = before;
    // Following the last save goes on, now with a timer, now with a request: it is looked at until no more is left.
    await until(async () => {
      const { heap, ...counts } = await remainsAt(alice);
      const isLeft = Object.entries(counts).some(
        ([name, count]) =>
          !(count <= countsBefore[name as keyof typeof countsBefore] + (LATE[name as keyof Remains] ?? 0)),
      );
      return heap < heapBefore * HEAP_GROWTH && !isLeft;
    });
    await alice.leaves();
  });
});
