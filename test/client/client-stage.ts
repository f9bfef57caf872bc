import { randomUUID } from 'node:crypto';
import JSZip from 'jszip';
import { extensionOf } from '../../demo/file-types.js';
import { Blob, newDocument, sampleIds } from '../../demo/nuxeo/index.js';
import type { StandInOptions } from '../../demo/stand-in.js';
import { Stage, until, type Person } from '../e2e/stage.js';
import { discoveryUrl } from './real-client.js';

/** A message between the page and the editor in its frame, as it was posted. */
export interface Heard {
  at: number;
  /** The frame told its host, or the host told the frame. */
  from: 'editor' | 'host';
  message: { MessageId: string; Values?: Record<string, unknown> };
}

/** A document that one test has for itself. */
export interface TestDocument {
  id: string;
  /** No other file has it. */
  fileName: string;
}

/** A toast that Web UI was given, and all files as Nuxeo had them then. */
export interface Toast {
  message: string;
  files: Map<string, Blob>;
}

/** A person at the real client’s editor. */
export interface Writer extends Person {
  /** All that page and editor have told each other. */
  readonly heard: Heard[];
  /** All that the person was told in toasts. */
  readonly toasts: Toast[];
}

/** A stand-in whose editors are the real client’s, and documents of which each is opened by one test alone. */
export class ClientStage extends Stage {
  constructor(options: StandInOptions = {}) {
    super({ discoveryUrl: discoveryUrl(), ...options });
  }

  /**
   * A document of its own, for the client tells documents apart by their ids alone.
   * @param from the sample whose file it has
   * @param bytes its file's content, if not the sample's
   */
  newDocument(from: string = sampleIds.quarterlyReport, bytes?: Buffer): TestDocument {
    const { repository } = this.standIn.nuxeo;
    const sample = repository.get(from);
    const id = randomUUID();
    const file = sample.properties['file:content'] as Blob;
    const fileName = `${id.slice(0, 8)}.${extensionOf(file.name)}`;
    const properties = { ...sample.properties, 'file:content': new Blob(fileName, bytes ?? file.bytes) };
    // Web UI loads a document anew by its path.
    repository.add(newDocument({ ...sample, id, name: id, properties }));
    return { id, fileName };
  }

  /** Somebody at a browser of their own, whose messages with the editor are written down. */
  async writer(name: string): Promise<Writer> {
    const person = await this.person(name);
    const heard: Heard[] = [];
    await person.context.exposeBinding(
      'officeOnlineHeard',
      (_source, from: Heard['from'], at, data: string) => {
        const message = JSON.parse(data) as Heard['message'];
        heard.push({ at: Number(at), from, message });
      },
    );
    const toasts: Toast[] = [];
    await person.context.exposeBinding('officeOnlineToast', (_source, message: string) => {
      toasts.push({ message, files: this.#files() });
    });
    await person.context.addInitScript(listenToMessages);
    await person.context.addInitScript(listenToToasts);
    return Object.assign(person, { heard, toasts });
  }

  /** Somebody at the editor of a document, which they have come to by a click; at one of their own unless told. */
  async opens(name = 'alice', document = this.newDocument()): Promise<[Writer, TestDocument]> {
    const writer = await this.writer(name);
    await opensToEdit(writer, document);
    return [writer, document];
  }

  /** The text of each file that a toast called saved, as Nuxeo had it when it did. */
  async textsCalledSaved({ toasts }: Writer, { id, fileName }: TestDocument): Promise<string[]> {
    const claims = toasts.filter(({ message }) => message === `${fileName} is saved in Nuxeo.`);
    return Promise.all(claims.map(async ({ files }) => textOf(files.get(id))));
  }

  /** Documents’ main files. */
  #files(): Map<string, Blob> {
    const { repository } = this.standIn.nuxeo;
    const files = [...repository.documents.values()].map(
      (document) => [document.id, repository.blobAt(document, 'file:content')] as const,
    );
    return new Map(files.filter((entry): entry is readonly [string, Blob] => entry[1] !== undefined));
  }

  /** The text of a Word file as Nuxeo has it now. */
  text({ id }: TestDocument): Promise<string> {
    return textOf(this.#files().get(id));
  }
}

async function textOf(file?: Blob): Promise<string> {
  if (!file) return '';
  const zip = await JSZip.loadAsync(file.bytes);
  return ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]*>/g, '');
}

/** Runs in every frame: tells what it is told. */
function listenToMessages(): void {
  type Told = typeof globalThis & { officeOnlineHeard: (from: string, at: number, data: string) => void };
  window.addEventListener('message', ({ source, data }) => {
    if (source === window || typeof data !== 'string' || !data.startsWith('{"MessageId"')) return;
    (window as unknown as Told).officeOnlineHeard(window === top ? 'editor' : 'host', Date.now(), data);
  });
}

/** Runs in every frame: tells what Web UI is given as toasts. */
function listenToToasts(): void {
  type Told = typeof globalThis & { officeOnlineToast: (message: string) => void };
  document.addEventListener('notify', (event) => {
    const { message } = (event as CustomEvent<{ message?: string }>).detail;
    if (message) (window as unknown as Told).officeOnlineToast(message);
  });
}

/** Comes to the editor by a click on the document’s action, as people do, and waits until the document is there. */
export async function opensToEdit(writer: Writer, { id }: TestDocument): Promise<void> {
  await writer.opensDocument(id);
  await writer
    .row()
    .getByRole('link', { name: /^(Edit in|.* is editing)/ })
    .first()
    .click();
  await isLoaded(writer);
}

/** Waits until the editor has told that the document is there. */
export const isLoaded = (writer: Writer): Promise<void> =>
  until(() => writer.heard.some(({ message }) => message.Values?.Status === 'Document_Loaded'));

/** Types into the text. */
export async function types(writer: Writer, text: string): Promise<void> {
  await writer.frame.locator('textarea.clipboard').focus();
  await writer.page.keyboard.type(text);
}

/** Waits until the editor has told that it has changes, or none. */
export const tellsModified = (writer: Writer, modified: boolean): Promise<void> =>
  until(() => lastOf(writer, 'Doc_ModifiedStatus')?.Modified === modified);

/** The values of the last message of that name that the editor has told. */
export const lastOf = (writer: Writer, name: string): Record<string, unknown> | undefined =>
  writer.heard.findLast(({ from, message }) => from === 'editor' && message.MessageId === name)?.message
    .Values;

/** Waits for a toast that has these words of the file. */
export const isTold = (writer: Writer, { fileName }: TestDocument, words: string): Promise<void> =>
  until(() => writer.toasts.some(({ message }) => message === `${fileName}${words}`));
