import { restoreVersion, type Version } from '../../src/access/versions.js';
import { failureOf } from '../../src/failure.js';
import { isRecord } from '../../src/narrow.js';
import { lookAt, type Look } from '../../src/save/look.js';
import { watchFor } from '../../src/save/save-watch.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { notify } from '../../src/web-ui/application.js';
import { translate } from '../../src/web-ui/i18n.js';
import { refreshDocument } from '../../src/web-ui/shown-document.js';
import type { NuxeoOfficeOnlineEditor } from '../editor/nuxeo-office-online-editor.js';

/** Seconds for which editors may take to give the document back. */
const PATIENCE = 60;

/** An editor answers that it waits within this time, in ms, or not at all. */
const ANSWER_TIME = 5_000;

const TOAST = 'office-online-restore';

/**
 * Closes the editor and makes the document what it was in a version, as soon as no editor has it any more: one that has
 * would save over it.
 */
export async function restore(
  openFile: OpenFile,
  editor: NuxeoOfficeOnlineEditor,
  version: Version,
): Promise<void> {
  const { route } = openFile;
  const { label } = version;
  await openFile.saveNow();
  if (openFile.session?.client.takesRestore) await announce(openFile, editor);
  editor.onLeave?.('back');
  notify(translate('officeOnline.panel.restoring', label), TOAST, true);
  const look = () => lookAt(route);
  let wasSeen = false;
  const isGone = ({ lockOwner }: Look) => {
    wasSeen = true;
    return !lockOwner;
  };
  const isFree = await watchFor(isGone, { look, patience: PATIENCE });
  try {
    if (isFree) await restoreVersion(route.repository, version);
    const word = isFree ? 'restored' : wasSeen ? 'still-open' : 'not-restored';
    notify(translate(`officeOnline.panel.${word}`, label), TOAST);
    if (isFree) refreshDocument(route);
  } catch (error) {
    failureOf(error);
    notify(translate('officeOnline.panel.not-restored', label), TOAST);
  }
}

/** Tells the editor what is to come, and waits until it has heard of it, or for some seconds. */
function announce(openFile: OpenFile, editor: NuxeoOfficeOnlineEditor): Promise<void> {
  const frame = editor.querySelector<HTMLIFrameElement>('iframe:not([hidden])');
  return new Promise((resolve) => {
    const end = () => {
      window.removeEventListener('message', hear);
      clearTimeout(timer);
      resolve();
    };
    const hear = ({ data, source }: MessageEvent<unknown>) => {
      if (source === frame?.contentWindow && isAnswer(data)) end();
    };
    const timer = setTimeout(end, ANSWER_TIME);
    window.addEventListener('message', hear);
    openFile.send('Host_VersionRestore', { Status: 'Pre_Restore' });
  });
}

function isAnswer(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('App_VersionRestore')) return false;
  try {
    const message: unknown = JSON.parse(data);
    return isRecord(message) && isRecord(message.Values) && message.Values.Status === 'Pre_Restore_Ack';
  } catch {
    return false;
  }
}
