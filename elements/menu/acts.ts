import type { OpenFile } from '../../src/session/open-file.js';
import { createVersion, fetchStored } from '../../src/access/stored-file.js';
import { failureOf } from '../../src/failure.js';
import { notify } from '../../src/web-ui/application.js';
import { translate } from '../../src/web-ui/i18n.js';
import { hrefOf } from '../../src/web-ui/router.js';

const TOAST = 'office-online-menu';

/** What failures say a sentence of their own about; of others, no more is known than that it did not work. */
const SAID = ['session-expired', 'network', 'unavailable', 'timeout'] as const;

const tell = (...sentences: string[]) => notify(sentences.filter(Boolean).join(' '), TOAST);

function tellFailure(sentence: string, error: unknown): void {
  const { reason } = failureOf(error);
  const said = SAID.find((one) => one === reason);
  tell(sentence, said ? translate(`officeOnline.failed.${said}`) : '');
}

/** Has the editor save first, where it can be asked. @returns what is to be said where it has not saved all */
async function save(openFile: OpenFile): Promise<string> {
  await openFile.saveNow(() => undefined);
  return openFile.saved?.isAtRisk ? translate('officeOnline.menu.late') : '';
}

/** Copies the address of the editor, for somebody else or for later. */
export async function copyLink({ route }: OpenFile): Promise<void> {
  const { href } = new URL(hrefOf(route), location.href);
  try {
    await navigator.clipboard.writeText(href);
    tell(translate('officeOnline.menu.copied'));
  } catch {
    // On a page without https there is no clipboard, and a browser may refuse it.
    tell(translate('officeOnline.menu.not-copied'));
  }
}

/** Downloads what Nuxeo has stored, after the editor has saved where it can be asked. */
export async function download(openFile: OpenFile, asPdf = false): Promise<void> {
  const name = openFile.file?.fileName ?? '';
  try {
    const late = await save(openFile);
    // A conversion can take a minute: that it is under way is told until it has ended.
    if (asPdf) notify(translate('officeOnline.menu.making-pdf', name), TOAST, true);
    const file = await fetchStored(openFile.route, asPdf);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = asPdf ? `${name.replace(/\.[^.]*$/, '')}.pdf` : name;
    link.click();
    // Safari reads it only after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(translate('officeOnline.menu.downloaded', link.download), late);
  } catch (error) {
    const sentence = translate(asPdf ? 'officeOnline.menu.no-pdf' : 'officeOnline.menu.no-download', name);
    tellFailure(sentence, error);
  }
}

/** Keeps the document as Nuxeo has it as a version, after the editor has saved where it can be asked. */
export async function makeVersion(openFile: OpenFile): Promise<void> {
  try {
    const late = await save(openFile);
    await createVersion(openFile.route);
    tell(translate('officeOnline.menu.version-made'), late);
  } catch (error) {
    tellFailure(translate('officeOnline.menu.no-version'), error);
  }
}
