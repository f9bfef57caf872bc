/** What is behind the doors of one tag, once it is fetched. */
export interface Room<D extends Door> {
  /** Shows in the door's shadow root what goes with its properties; called anew whenever one of them changes. */
  show(door: D): void;
  /** The door has left the page. */
  leave?(door: D): void;
}

/**
 * An element that a slot's content can carry and that costs next to nothing before it is in the page. Then its room is
 * fetched, and shows itself in it. A door with nothing to show is `hidden`, and takes no width.
 *
 * It tells `dom-change` whenever its width may be another: Nuxeo's menus then lay themselves out anew.
 */
export abstract class Door extends HTMLElement {
  /** What is behind the doors of one tag, once one of them has fetched it. */
  static room?: Room<Door>;

  /** Has the room show the doors of this class anew whenever one of these is set, as Web UI's slots set them. */
  static shows(...names: string[]): void {
    for (const name of names) {
      Object.defineProperty(this.prototype, name, {
        get(this: Door) {
          return this.#given[name];
        },
        set(this: Door, value: unknown) {
          this.#given[name] = value;
          this.update();
        },
      });
    }
  }

  #isStale = false;
  readonly #given: Record<string, unknown> = {};

  constructor() {
    super();
    this.attachShadow({ mode: 'open', delegatesFocus: true });
  }

  /** Fetches the room. @throws when that can't be had */
  protected abstract load(): Promise<Room<Door>>;

  connectedCallback(): void {
    document.addEventListener('i18n-locale-loaded', this.update);
    // The room is there already: it is shown now, because Nuxeo's menu measures its children right after it inserts them.
    const doors = this.constructor as typeof Door;
    if (doors.room) return this.#show();
    this.hidden = true;
    this.load().then(
      (room) => {
        doors.room = room;
        this.update();
      },
      // Where the room's code can't be fetched, the door stays hidden: the row looks as it does without the plugin.
      () => undefined,
    );
  }

  disconnectedCallback(): void {
    document.removeEventListener('i18n-locale-loaded', this.update);
    (this.constructor as typeof Door).room?.leave?.(this);
  }

  attributeChangedCallback(): void {
    this.update();
  }

  /** Has the room show what the properties are by then: several that are set together make one change. */
  readonly update = (): void => {
    if (this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      this.#show();
    });
  };

  #show(): void {
    const { room } = this.constructor as typeof Door;
    if (!room || !this.isConnected) return;
    room.show(this);
    this.dispatchEvent(new Event('dom-change', { bubbles: true, composed: true }));
  }
}
