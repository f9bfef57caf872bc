/**
 * Reads properties of CheckFileInfo from the command line, as a `CheckFileInfoUpdater` would set them.
 * @param lines each `NAME=VALUE`, for example `UserCanNotWriteRelative=false`; a value that is no JSON is a text
 * @returns value by name, `{UserCanNotWriteRelative: false}`; the last of equal names counts
 * @throws Error that names the line that is no `NAME=VALUE`
 */
export function readCheckFileInfo(lines: readonly string[]): Record<string, unknown> {
  const entries = lines.map((line) => {
    const [, name, value] = /^\s*([A-Za-z]\w*)\s*=(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new Error(
        `--check-file-info expects NAME=VALUE, such as UserCanNotWriteRelative=false; got ${line}.`,
      );
    }
    return [name, parsed(value.trim())];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
