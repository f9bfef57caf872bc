import assert from 'node:assert/strict';
import JSZip from 'jszip';
import type { StandIn } from '../demo/stand-in.js';

/** A part of a file as Nuxeo has it stored now: `word/document.xml`. */
export async function storedPart(
  { nuxeo }: StandIn,
  id: string,
  xpath: string,
  part: string,
): Promise<string> {
  const { repository } = nuxeo;
  const bytes = repository.blobAt(repository.get(id), xpath)?.bytes;
  assert.ok(bytes, `${id} has no ${xpath}`);
  return (await (await JSZip.loadAsync(bytes)).file(part)?.async('string')) ?? '';
}
