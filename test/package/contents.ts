import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { pluginPackage } from '../../demo/page/plugin.js';
import plugin from '../../package.json' with { type: 'json' };

export const { name, version } = plugin;

/** Path of the jar in the package. */
export const JAR = `install/bundles/${name}-${version}.jar`;

/** A package, opened. */
export class Contents {
  private constructor(
    readonly bytes: Buffer,
    readonly zip: JSZip,
    readonly jar: JSZip,
  ) {}

  /** Opens the package under test: that of `npm test`, else one that is packed from the sources. */
  static async open(): Promise<Contents> {
    return Contents.of(await pluginPackage(process.env.OFFICE_ONLINE_PACKAGE));
  }

  static async of(bytes: Buffer): Promise<Contents> {
    const zip = await JSZip.loadAsync(bytes);
    const jar = await JSZip.loadAsync(await entry(zip, JAR).async('nodebuffer'));
    return new Contents(bytes, zip, jar);
  }

  /** A package in which some files are others, or gone where there is no text for them. */
  async changed(inZip: Changes, inJar: Changes = {}): Promise<Buffer> {
    const jar = change(await JSZip.loadAsync(await entry(this.zip, JAR).async('nodebuffer')), inJar);
    const zip = await JSZip.loadAsync(this.bytes);
    if (Object.keys(inJar).length) zip.file(JAR, await jar.generateAsync({ type: 'nodebuffer' }));
    return change(zip, inZip).generateAsync({ type: 'nodebuffer' });
  }
}

/** Files' new texts by their paths; undefined takes the file away. */
export type Changes = Record<string, string | undefined>;

function change(archive: JSZip, changes: Changes): JSZip {
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) archive.remove(path);
    else archive.file(path, text);
  }
  return archive;
}

export function entry(archive: JSZip, path: string): JSZip.JSZipObject {
  const file = archive.file(path);
  assert.ok(file, `there is no ${path}`);
  return file;
}

export const textOf = (archive: JSZip, path: string): Promise<string> => entry(archive, path).async('string');

/** Paths of the files in it; there must be no entries for folders. */
export const pathsIn = (archive: JSZip): string[] => Object.keys(archive.files);
