import { onClose, openForm } from '../../../src/web-ui/open-form.js';
import { expect } from '../expect.js';
import { until } from '../web-ui.js';

let place: HTMLElement;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => place.remove());

/** A layout with its field in a shadow tree, as Nuxeo's are, in an element of Web UI. */
function layout(tag: string, field = '<input>'): HTMLElement {
  const inside = place.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
  const form = inside.appendChild(document.createElement(tag));
  form.attachShadow({ mode: 'open' }).innerHTML = field;
  form.style.display = 'block';
  return form;
}

function dialog(content: string): HTMLElement {
  place.innerHTML = `<article role="dialog">${content}</article>`;
  return place.querySelector('article')!;
}

describe('an open form', () => {
  it('is a dialog or a layout for editing that is shown and has fields', () => {
    expect(openForm()).to.equal(undefined);
    for (const field of ['<input>', '<textarea></textarea>', '<p contenteditable>…</p>']) {
      const form = dialog(field);
      expect(openForm() === form, field).to.equal(true);
    }
    place.innerHTML = '';
    const form = layout('nuxeo-document-form-layout');
    expect(openForm() === form).to.equal(true);
  });

  it('is none that is hidden, or has nothing to fill in; nor is a field elsewhere in the page', () => {
    dialog('<input>').hidden = true;
    expect(openForm()).to.equal(undefined);
    dialog('<button>Close</button>');
    expect(openForm()).to.equal(undefined);
    place.innerHTML = '<input>';
    expect(openForm()).to.equal(undefined);
    layout('nuxeo-document-layout');
    expect(openForm()).to.equal(undefined);
  });

  const ends: Record<string, (form: HTMLElement) => void> = {
    'is hidden': (form) => (form.style.display = 'none'),
    'is gone': (form) => form.remove(),
    'is gone with what it is in': () => (place.innerHTML = ''),
  };
  for (const [end, act] of Object.entries(ends)) {
    it(`is closed when it ${end}, and not before`, async () => {
      const form = layout('nuxeo-document-form-layout');
      let closed = 0;
      onClose(form, () => (closed += 1));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(closed).to.equal(0);
      act(form);
      await until(() => closed);
      expect(closed).to.equal(1);
    });
  }

  it('that closes at once is closed, too', async () => {
    const form = dialog('<input>');
    let closed = 0;
    onClose(form, () => (closed += 1));
    form.remove();
    await until(() => closed);
  });
});
