import { pluginMessages } from '../page/messages.js';

/** Changes the body of an answer. */
export type Change = (body: Buffer) => Buffer | Promise<Buffer>;

/**
 * What the plugin changes in the server's Web UI, which is also there for every repository.
 * @param path below the context path, `/ui/config.jsp`
 * @param settings what `Nuxeo.UI.config.officeOnline` gets beside what the server has there
 * @returns undefined for what stays as it is
 */
export function overlayFor(path: string, settings: Record<string, string>): Change | undefined {
  const file = /^(?:\/repo\/[^/]+)?\/ui\/(.+)$/.exec(path)?.[1] ?? '';
  if (file === 'config.jsp') return (body) => Buffer.concat([body, Buffer.from(configLines(settings))]);
  const messages = /^i18n\/(messages(?:-[\w-]+)?\.json)$/.exec(file)?.[1];
  return messages ? (body) => withMessages(body, messages) : undefined;
}

/** In ASCII alone: whatever the answer's charset is, it means the same. */
function configLines(settings: Record<string, string>): string {
  const ours = JSON.stringify(settings).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `
Nuxeo.UI.bundles = [].concat(Nuxeo.UI.bundles || []);
if (!Nuxeo.UI.bundles.includes('nuxeo-office-online')) Nuxeo.UI.bundles.push('nuxeo-office-online');
Nuxeo.UI.config.officeOnline = Object.assign({}, Nuxeo.UI.config.officeOnline, ${ours});
`;
}

/** The server's messages with ours after them, as at deployment. */
async function withMessages(body: Buffer, file: string): Promise<Buffer> {
  const ours = await pluginMessages(file);
  const theirs = ours && parsed(body.toString());
  return theirs ? Buffer.from(JSON.stringify({ ...theirs, ...ours })) : body;
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
