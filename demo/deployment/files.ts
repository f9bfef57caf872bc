import JSZip from 'jszip';

/** Files by their path, with `/` between its steps. */
export type Files = Map<string, Buffer>;

/** Unpacks a zip or a jar. @throws Error that names it when it can't be unpacked */
export async function unzip(name: string, bytes: Buffer): Promise<Files> {
  const archive = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new Error(`${name} is not a zip.`, { cause: error });
  });
  const entries = Object.values(archive.files).filter(({ dir }) => !dir);
  return new Map(
    await Promise.all(
      entries.map(async (entry) => [entry.name, await entry.async('nodebuffer')] as [string, Buffer]),
    ),
  );
}

/** The file, which has to be there. @throws Error that names it and where it was expected */
export function fileIn(files: Files, path: string, where: string): Buffer {
  const file = files.get(path);
  if (!file) throw new Error(`There is no ${path} in ${where}.`);
  return file;
}
