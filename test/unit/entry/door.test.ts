import { Door, type Room } from '../../../elements/entry/door.js';
import { expect } from '../expect.js';

/** What is behind the doors of a test: it shows a door's colour, and is hidden without one. */
class PaintRoom implements Room<PaintDoor> {
  readonly left: Door[] = [];

  show(door: PaintDoor): void {
    door.hidden = !door.colour;
    door.shadowRoot!.textContent = [door.colour, door.getAttribute('shade')].filter(Boolean).join(' ');
  }

  leave(door: PaintDoor): void {
    this.left.push(door);
  }
}

/** How the room is fetched, and how often it was. */
let fetchRoom: () => Promise<PaintRoom>;
let fetched: number;

class PaintDoor extends Door {
  static readonly observedAttributes = ['shade'];

  declare colour: unknown;

  protected load(): Promise<PaintRoom> {
    fetched += 1;
    return fetchRoom();
  }
}

PaintDoor.shows('colour');
customElements.define('test-paint-door', PaintDoor);

describe('a door', () => {
  let box: HTMLElement;
  let told: number;

  beforeEach(() => {
    PaintDoor.room = undefined;
    fetched = 0;
    told = 0;
    fetchRoom = () => Promise.resolve(new PaintRoom());
    box = document.createElement('div');
    box.addEventListener('dom-change', () => (told += 1));
    document.body.append(box);
  });

  afterEach(() => box.remove());

  const make = (colour?: string) => Object.assign(new PaintDoor(), { colour });
  const shown = (door: Door) => (door.hidden ? undefined : door.shadowRoot?.textContent);

  function place(door: PaintDoor): PaintDoor {
    box.append(door);
    return door;
  }

  /** Resolves when what was set, or fetched, is shown. */
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  /** A door in the page, with its room. */
  async function open(colour?: string): Promise<PaintDoor> {
    const door = place(make(colour));
    await settled();
    told = 0;
    return door;
  }

  it('fetches its room when it comes into the page, and is hidden until then', async () => {
    const door = make('red');
    await settled();
    expect(fetched).to.equal(0);
    place(door);
    expect(fetched).to.equal(1);
    expect(door.hidden).to.equal(true);
    await settled();
    expect(shown(door)).to.equal('red');
    expect(told).to.equal(1);
  });

  it('shows itself in the moment it is placed once the room is there, and fetches nothing more', async () => {
    await open('red');
    const door = place(make('blue'));
    expect(shown(door)).to.equal('blue');
    expect(told).to.equal(1);
    expect(fetched).to.equal(1);
  });

  it('shows what it was given before it was in the page, while its room was fetched, and after', async () => {
    let arrive = () => {};
    const fetching = new Promise<PaintRoom>((resolve) => (arrive = () => resolve(new PaintRoom())));
    fetchRoom = () => fetching;
    const before = place(make('red'));
    const meanwhile = place(make());
    meanwhile.colour = 'blue';
    await settled();
    expect([shown(before), shown(meanwhile)]).to.deep.equal([undefined, undefined]);
    arrive();
    await settled();
    expect([shown(before), shown(meanwhile)]).to.deep.equal(['red', 'blue']);
    before.colour = 'green';
    await settled();
    expect([shown(before), shown(meanwhile)]).to.deep.equal(['green', 'blue']);
    expect(before.colour).to.equal('green');
  });

  it('follows its attributes', async () => {
    const door = await open('red');
    door.setAttribute('shade', 'dark');
    await settled();
    expect(shown(door)).to.equal('red dark');
    door.removeAttribute('shade');
    await settled();
    expect(shown(door)).to.equal('red');
    expect(told).to.equal(2);
  });

  it('follows the language', async () => {
    const door = await open('red');
    door.shadowRoot!.textContent = 'rouge';
    document.dispatchEvent(new Event('i18n-locale-loaded'));
    await settled();
    expect(shown(door)).to.equal('red');
  });

  it('tells dom-change once for all that is set together, and for each change that follows', async () => {
    const door = await open('red');
    door.colour = 'blue';
    door.colour = 'green';
    door.setAttribute('shade', 'light');
    expect(told).to.equal(0);
    await settled();
    expect(shown(door)).to.equal('green light');
    expect(told).to.equal(1);
    door.colour = 'white';
    await settled();
    expect(told).to.equal(2);
  });

  it('tells it through the shadow trees that it stands in', async () => {
    await open('red');
    const host = document.createElement('div');
    box.append(host);
    host.attachShadow({ mode: 'open' }).append(make('blue'));
    expect(told).to.equal(1);
  });

  it('is hidden as long as its room has nothing to show', async () => {
    const door = await open();
    expect(door.hidden).to.equal(true);
    door.colour = 'red';
    await settled();
    expect(door.hidden).to.equal(false);
    door.colour = undefined;
    await settled();
    expect(door.hidden).to.equal(true);
    expect(told).to.equal(2);
  });

  it('stays hidden, and tells nothing, where its room can’t be fetched; the next door tries again', async () => {
    fetchRoom = () => Promise.reject(new TypeError('Failed to fetch'));
    const door = place(make('red'));
    await settled();
    expect(door.hidden).to.equal(true);
    expect(told).to.equal(0);
    fetchRoom = () => Promise.resolve(new PaintRoom());
    const next = place(make('blue'));
    await settled();
    expect(shown(next)).to.equal('blue');
    expect(fetched).to.equal(2);
  });

  it('leaves its room with the page, and hears and shows nothing more', async () => {
    const door = await open('red');
    door.remove();
    expect((PaintDoor.room as PaintRoom).left).to.deep.equal([door]);
    told = 0;
    door.addEventListener('dom-change', () => (told += 1));
    door.colour = 'blue';
    document.dispatchEvent(new Event('i18n-locale-loaded'));
    await settled();
    expect(door.shadowRoot?.textContent).to.equal('red');
    expect(told).to.equal(0);
  });

  it('that comes back shows what it was given meanwhile', async () => {
    const door = await open('red');
    door.remove();
    door.colour = 'blue';
    place(door);
    expect(shown(door)).to.equal('blue');
  });
});
