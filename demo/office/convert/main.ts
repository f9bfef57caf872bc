/** The page of a conversion: waits for its end, then moves the top window to the new file, as Microsoft's does. */
import { elementOf } from '../shared/elements.js';

const content = elementOf('content');
const status = elementOf('status');

async function follow(conversion: string): Promise<void> {
  const response = await fetch(`/conversion/${conversion}`);
  const { url, message } = (await response.json()) as { url?: string; message?: string };
  if (url === undefined) throw new Error(message);
  status.textContent = 'Converted';
  const link = document.createElement('a');
  link.href = url;
  link.target = '_top';
  link.textContent = 'Open the converted file';
  show(link);
  window.open(url, '_top');
}

function fail(error: unknown): void {
  status.textContent = 'Not converted';
  const reason = error instanceof Error ? error.message : '';
  show(`Sorry, the file can’t be converted. ${reason}`);
}

function show(what: string | Node): void {
  elementOf('progress').hidden = true;
  const paragraph = document.createElement('p');
  paragraph.append(what);
  content.replaceChildren(paragraph);
}

follow(document.body.dataset.conversion ?? '').catch(fail);
