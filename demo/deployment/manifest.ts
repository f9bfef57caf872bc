/** Bytes a line may have, without its end. */
const LINE_LENGTH = 72;

/**
 * Reads the main section of a jar's manifest: `Name: value`, a line that starts with a space going on with the one
 * before, all lines ended.
 * @throws Error that says which line a server could not read
 */
export function readManifest(bytes: Buffer): Map<string, string> {
  const text = bytes.toString('utf8');
  if (!/\r?\n$/.test(text)) refuse('the last line has no end, so it would not be read.');
  const headers = new Map<string, string>();
  let current = '';
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '') break;
    if (Buffer.byteLength(line) > LINE_LENGTH)
      refuse(`line ${i + 1} has more than ${LINE_LENGTH} bytes: ${line}`);
    const [, name, value] = /^([A-Za-z0-9][\w-]*): (.*)$/.exec(line) ?? [];
    if (name !== undefined && headers.has(name)) refuse(`${name} is there twice.`);
    if (name !== undefined) headers.set((current = name), value ?? '');
    else if (line.startsWith(' ') && current)
      headers.set(current, (headers.get(current) ?? '') + line.slice(1));
    else refuse(`line ${i + 1} is not “Name: value”: ${line}`);
  }
  return headers;
}

function refuse(why: string): never {
  throw new Error(`META-INF/MANIFEST.MF: ${why}`);
}
