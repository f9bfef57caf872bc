import english from '../../i18n/messages.json';

interface Globals {
  Nuxeo?: { UI?: Record<string, unknown> } & Record<string, unknown>;
  nuxeo?: { I18n?: Record<string, unknown> };
}

/**
 * Brings Web UI's elements, globals and messages, as they are when our bundle loads.
 * @param messages what the server's messages have beside ours
 * @param officeOnline settings, strings as the server writes them
 */
export async function installWebUi(messages: object = {}, officeOnline: object = {}): Promise<void> {
  const globals = window as unknown as Globals;
  const texts = { ...english, ...messages } as Record<string, string>;
  globals.Nuxeo = Object.assign(globals.Nuxeo ?? {}, { UI: { config: { officeOnline } } });
  globals.nuxeo ??= {};
  globals.nuxeo.I18n ??= {};
  globals.nuxeo.I18n.translate = (key: string, ...params: string[]) =>
    params.reduce((text, param, i) => text.replace(`{${i}}`, () => param), texts[key] ?? key);
  document.dispatchEvent(new Event('i18n-locale-loaded'));
  const elements = '/.cache/browser/unit/nuxeo-elements.js';
  await import(elements);
  await import('../../elements/entry/nuxeo-office-online-action.js');
  await import('../../elements/action/link.js');
}

/** Takes Web UI's settings and app away again; its elements stay, as elements do. */
export function uninstallWebUi(): void {
  const globals = window as unknown as Globals;
  if (globals.Nuxeo) globals.Nuxeo.UI = {};
}

/** Waits for a condition, looking at every frame. @throws Error when it does not come true in 5 seconds */
export async function until(condition: () => unknown): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not true in time: ${String(condition)}`);
    await new Promise(requestAnimationFrame);
  }
}

export const writableDocument = (given: object = {}) => ({
  uid: '1',
  repository: 'default',
  title: 'Report',
  facets: [],
  contextParameters: { permissions: ['Read', 'WriteProperties'] },
  ...given,
});

export const readableDocument = (given: object = {}) =>
  writableDocument({ contextParameters: { permissions: ['Read'] }, ...given });

export const wordFile = (given: object = {}) => ({
  name: 'Report.docx',
  length: '25013',
  wopi: {
    appName: 'Word',
    view: 'https://nuxeo.example/nuxeo/wopi/view/default/1/file:content',
    edit: 'https://nuxeo.example/nuxeo/wopi/edit/default/1/file:content',
  },
  ...given,
});
