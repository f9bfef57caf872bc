import { type Files, fileIn, unzip } from './files.js';
import { expand } from './variables.js';
import { childrenOf, type XmlElement } from './xml.js';

/** Runs one command of a deployment fragment over the server's files. */
type Command = (
  files: Files,
  path: (attribute: string) => string,
  command: XmlElement,
) => void | Promise<void>;

const COMMANDS: Record<string, Command> = {
  async unzip(files, path, command) {
    const from = path('from');
    const prefix = command.attributes.prefix?.trim() ?? '';
    for (const [name, content] of await unzip(from, fileIn(files, from, 'the server'))) {
      if (!name.startsWith(prefix) || !isChosen(command, name)) continue;
      files.set(joined(path('to'), name.slice(prefix.length)), content);
    }
  },
  copy(files, path) {
    files.set(path('to'), fileIn(files, path('from'), 'the server'));
  },
  append(files, path) {
    const from = path('from');
    const to = path('to');
    const source = fileIn(files, from, 'the server');
    const target = files.get(to);
    // JSON is merged, key by key, into JSON that is there; anything else is put at the end.
    if (!target?.length) files.set(to, source);
    else if (!from.endsWith('.json') || !to.endsWith('.json')) files.set(to, Buffer.concat([target, source]));
    else files.set(to, Buffer.from(JSON.stringify({ ...objectIn(to, target), ...objectIn(from, source) })));
  },
  delete(files, path) {
    const gone = path('path');
    for (const name of files.keys()) {
      if (name === gone || name.startsWith(`${gone}/`)) files.delete(name);
    }
  },
  mkdir: () => undefined,
};

/**
 * Runs the `install` commands of a deployment fragment, in their order.
 * @param files the server's, which are changed
 * @param variables what stands in the commands as `${…}`
 * @throws Error that names the command that a server would stop at
 */
export async function runInstall(
  files: Files,
  install: XmlElement | undefined,
  variables: Record<string, string>,
): Promise<void> {
  for (const command of install?.children ?? []) {
    const run = COMMANDS[command.name];
    if (!run) throw new Error(`The stand-in knows no <${command.name}> in a deployment fragment.`);
    const path = (attribute: string): string => {
      const value = command.attributes[attribute];
      if (value === undefined) throw new Error(`<${command.name}> needs the attribute ${attribute}.`);
      return joined(expand(value, variables));
    };
    await run(files, path, command);
  }
}

/** A path below the server's folder: `/` is that folder itself. */
function joined(...parts: string[]): string {
  return parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
}

/** Whether the command's `include` and `exclude` let a path through; `**` stands for any steps, `*` for any name. */
function isChosen(command: XmlElement, path: string): boolean {
  const matches = ({ text }: XmlElement): boolean => {
    const pattern = text
      .trim()
      .split('**')
      .map((part) => part.split('*').map(literal).join('[^/]*'))
      .join('.*');
    return new RegExp(`^${pattern}$`).test(path);
  };
  const included = childrenOf(command, 'include');
  return (!included.length || included.some(matches)) && !childrenOf(command, 'exclude').some(matches);
}

/** A text as a regular expression has it. */
const literal = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

function objectIn(path: string, json: Buffer): object {
  let value: unknown;
  try {
    value = JSON.parse(json.toString('utf8'));
  } catch (cause) {
    throw new Error(`${path} is not JSON.`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Error(`${path}: expected a JSON object.`);
}
