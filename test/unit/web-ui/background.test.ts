import { setAside } from '../../../src/web-ui/background.js';
import { expect } from '../expect.js';
import { forgetWebUi, globals } from './globals.js';

let place: HTMLElement;
let bringBack: (() => void) | undefined;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  bringBack?.();
  bringBack = undefined;
  place.remove();
  forgetWebUi();
});

/** Web UI's application, with a page and the toasts in its shadow tree. */
function application(): ShadowRoot {
  const app = document.createElement('section');
  const inside = app.attachShadow({ mode: 'open' });
  inside.innerHTML = '<main></main><div id="snackbarPanel"><button>Dismiss</button></div><nav inert></nav>';
  place.append(app);
  globals.Nuxeo = { UI: { app } };
  return inside;
}

const isInert = (root: ParentNode, selector: string) => root.querySelector<HTMLElement>(selector)?.inert;

describe('what lies behind an editor', () => {
  it('is inert, less Web UI’s toasts; afterwards it is as it was', () => {
    const app = application();
    const front = place.appendChild(document.createElement('article'));
    bringBack = setAside(front);
    expect(['main', '#snackbarPanel', 'nav'].map((one) => isInert(app, one))).to.eql([true, false, true]);
    expect([front.inert, (app.host as HTMLElement).inert]).to.eql([false, false]);
    bringBack();
    expect(['main', '#snackbarPanel', 'nav'].map((one) => isInert(app, one))).to.eql([false, false, true]);
  });

  it('is all but the editor where there is no Web UI', () => {
    place.innerHTML = '<main></main><article></article>';
    bringBack = setAside(place.querySelector('article')!);
    expect([isInert(place, 'main'), isInert(place, 'article')]).to.eql([true, false]);
  });

  it('is never what the editor is in, whoever put it there', () => {
    const inside = place.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    inside.innerHTML = '<main></main><article></article>';
    bringBack = setAside(inside.querySelector('article')!);
    expect([isInert(inside, 'main'), place.inert]).to.eql([true, false]);
  });
});

describe('while an editor is there, a key', () => {
  const types = ['keydown', 'keypress', 'keyup'];
  const press = (where: Element, key = 'd') =>
    types.forEach((type) =>
      where.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true })),
    );

  /** Where keys are heard: in the application, and on the body, as Web UI's shortcuts are. */
  function listen(app: ShadowRoot) {
    const heard: string[] = [];
    const gone = new AbortController();
    for (const type of types) {
      app.host.addEventListener(type, () => heard.push('application'));
      document.body.addEventListener(type, () => heard.push('body'), { signal: gone.signal });
    }
    return { heard, gone };
  }

  it('reaches what has the focus and what is around it, but not the body', () => {
    const app = application();
    const { heard, gone } = listen(app);
    bringBack = setAside(place.appendChild(document.createElement('article')));
    press(app.querySelector('button')!);
    expect(heard).to.eql(['application', 'application', 'application']);
    press(document.body);
    expect(heard.length).to.equal(3);
    bringBack();
    press(document.body);
    expect(heard.slice(3)).to.eql(['body', 'body', 'body']);
    gone.abort();
  });

  it('is Web UI’s where it is Escape in a dialog of its own over the editor', () => {
    const { heard, gone } = listen(application());
    const front = place.appendChild(document.createElement('article'));
    bringBack = setAside(front);
    press(place.appendChild(document.createElement('dialog')), 'Escape');
    expect(heard).to.eql(['body', 'body', 'body']);
    press(front, 'Escape');
    press(document.body, 'Escape');
    expect(heard.length).to.equal(3);
    gone.abort();
  });
});
