import type { NuxeoOfficeOnlineAction } from '../../../elements/entry/nuxeo-office-online-action.js';
import { complaintsOf } from '../axe.js';
import { expect } from '../expect.js';
import {
  installWebUi,
  readableDocument,
  uninstallWebUi,
  until,
  wordFile,
  writableDocument,
} from '../web-ui.js';

const TAG = 'nuxeo-office-online-action';

before(async () => {
  await installWebUi();
  const first = place(makeAction());
  await until(() => linkOf(first));
});
after(uninstallWebUi);
afterEach(async () => {
  // A tooltip of Nuxeo's throws when its element goes in the very moment that it is to be shown.
  await new Promise(requestAnimationFrame);
  document.querySelectorAll('[data-test]').forEach((element) => element.remove());
});

function place<T extends HTMLElement>(element: T): T {
  element.dataset.test = '';
  document.body.append(element);
  return element;
}

/** An action as Nuxeo's slot makes it: properties first, then the document. */
function makeAction(given: Partial<NuxeoOfficeOnlineAction> = {}): NuxeoOfficeOnlineAction {
  const action = document.createElement(TAG);
  return Object.assign(
    action,
    { document: writableDocument(), blob: wordFile(), user: { id: 'alice' } },
    given,
  );
}

const linkOf = (action: NuxeoOfficeOnlineAction) => action.shadowRoot?.querySelector('a') ?? null;
/** Resolves when the action shows what it was given last. */
const updated = () => Promise.resolve();
const textOf = (action: NuxeoOfficeOnlineAction) => linkOf(action)?.querySelector('span')?.textContent;

describe('the action', () => {
  it('is a link to the editor’s own address that says what will happen', () => {
    const link = linkOf(place(makeAction({ xpath: 'files:files/0/file' })));
    expect(link?.getAttribute('href')).to.equal('#!/office-online/edit/default/1/files:files/0/file');
    expect(link?.getAttribute('aria-label')).to.equal('Edit in Word Online');
    expect(link?.hasAttribute('target')).to.equal(false);
  });

  it('is there, as wide as Nuxeo’s own buttons, in the moment it is placed', async () => {
    const action = place(makeAction());
    const width = action.clientWidth;
    const button = place(document.createElement('nuxeo-link-button'));
    Object.assign(button, { href: '#', icon: 'icons:close', label: 'x' });
    await until(() => button.clientWidth > 0);
    expect(width).to.equal(button.clientWidth);
  });

  it('takes no width where nothing is on offer', () => {
    const action = place(makeAction({ blob: wordFile({ wopi: undefined }) }));
    expect(action.getBoundingClientRect().width).to.equal(0);
    expect(linkOf(action)).to.equal(null);
  });

  it('says who edits, and offers to join', () => {
    const action = place(makeAction({ document: readableDocument({ lockOwner: '<b>bob</b>' }) }));
    expect(linkOf(action)?.getAttribute('aria-label')).to.equal('<b>bob</b> is editing: join');
  });

  it('shows what stands beside the first offer where it is asked for', () => {
    expect(linkOf(place(makeAction({ also: true })))?.getAttribute('aria-label')).to.equal(
      'View in Word Online',
    );
    expect(linkOf(place(makeAction({ also: true, document: readableDocument() })))).to.equal(null);
  });

  it('shows icon and text with show-label, the icon alone without', async () => {
    const action = place(makeAction());
    expect(textOf(action)).to.equal(undefined);
    action.setAttribute('show-label', '');
    await updated();
    expect(textOf(action)).to.equal('Edit in Word Online');
    action.removeAttribute('show-label');
    await updated();
    expect(textOf(action)).to.equal(undefined);
  });

  it('has Nuxeo’s tooltip', async () => {
    const action = place(makeAction());
    linkOf(action)?.dispatchEvent(new MouseEvent('mouseenter'));
    await until(() => document.querySelector('paper-tooltip')?.textContent?.includes('Edit in Word Online'));
  });

  it('takes the focus that its menu gives it', () => {
    const action = place(makeAction());
    action.focus();
    expect(action.shadowRoot?.activeElement).to.equal(linkOf(action));
  });

  it('tells the menu to lay itself out anew when what is on offer changes', async () => {
    const action = makeAction({ blob: undefined });
    const box = place(document.createElement('div'));
    let told = 0;
    box.addEventListener('dom-change', () => (told += 1));
    box.append(action);
    told = 0;
    action.blob = wordFile();
    await updated();
    expect(told).to.equal(1);
  });

  it('follows the language when it arrives', async () => {
    const action = place(makeAction());
    uninstallWebUi();
    await installWebUi({ 'officeOnline.action.edit': 'Modifier dans {0}' });
    await updated();
    expect(linkOf(action)?.getAttribute('aria-label')).to.equal('Modifier dans Word Online');
    await installWebUi();
  });

  it('opens a tab where the setting says so', async () => {
    await installWebUi({}, { target: 'tab' });
    const link = linkOf(place(makeAction()));
    expect(link?.target).to.equal('_blank');
    expect(link?.rel).to.equal('noopener');
    await installWebUi();
  });

  it('is nothing that axe complains of, in a row and with its text', async () => {
    const box = place(document.createElement('main'));
    box.append(makeAction(), makeAction({ showLabel: true }), makeAction({ also: true }));
    expect(await complaintsOf(box)).to.deep.equal([]);
  });
});

describe('the action in Nuxeo’s menu', () => {
  /** A blob row's menu: 160 px, with Nuxeo's own buttons beside the actions. */
  async function makeRow(buttons: number, ...actions: NuxeoOfficeOnlineAction[]) {
    const menu = document.createElement('nuxeo-actions-menu');
    menu.style.width = '160px';
    const [first, ...others] = actions;
    if (first) menu.append(first);
    for (let i = 0; i < buttons; i += 1) {
      menu.append(
        Object.assign(document.createElement('nuxeo-link-button'), {
          href: '#',
          icon: 'icons:close',
          label: `b${i}`,
        }),
      );
    }
    menu.append(...others);
    place(menu);
    await until(() =>
      [...menu.querySelectorAll('nuxeo-link-button')].every((b) => b.shadowRoot?.querySelector('a')),
    );
    return menu;
  }

  it('has another icon than “view”, for where both stand in the row', () => {
    const [edit, view] = [makeAction(), makeAction({ also: true })].map((action) => {
      const tile = linkOf(place(action))?.querySelector('rect');
      return tile?.getAttribute('fill');
    });
    expect([edit, view]).to.deep.equal(['currentColor', 'none']);
  });

  it('stands first, and “view” lands in the overflow with its text', async () => {
    const edit = makeAction();
    const view = makeAction({ also: true });
    const menu = await makeRow(4, edit, view);
    await until(() => view.slot === 'dropdown' && view.showLabel);
    await updated();
    expect(edit.slot).to.equal('');
    expect(textOf(view)).to.equal('View in Word Online');
    expect(menu.scrollWidth).to.be.at.most(160);
  });

  it('keeps the row within its width when the file becomes known later', async () => {
    const action = makeAction({ blob: undefined });
    const menu = await makeRow(4, action);
    action.blob = wordFile();
    await until(() => menu.querySelectorAll('[slot=dropdown]').length >= 2);
    expect(action.slot).to.equal('');
    expect(menu.scrollWidth).to.be.at.most(160);
  });
});
