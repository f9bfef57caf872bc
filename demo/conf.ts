/**
 * Reads settings as they stand in nuxeo.conf, from the command line.
 * @param lines each `key=value`, for example `nuxeo.office.online.target=tab`; the value may be empty
 * @returns value by key, `{'nuxeo.office.online.target': 'tab'}`; the last of equal keys counts
 * @throws Error that names the line that is no `key=value`
 */
export function readConf(lines: readonly string[]): Record<string, string> {
  const entries = lines.map((line) => {
    const [, key, value] = /^\s*([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || value === undefined) {
      throw new Error(`--conf expects key=value, such as nuxeo.office.online.target=tab; got ${line}.`);
    }
    return [key, value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * The plugin's settings among those of nuxeo.conf, as a server without more than them can take.
 * @param conf for example `{'nuxeo.office.online.target': 'tab'}`
 * @returns what `Nuxeo.UI.config.officeOnline` gets: `{target: 'tab'}`
 * @throws Error that names the key that is not the plugin's
 */
export function officeOnlineSettings(conf: Record<string, string>): Record<string, string> {
  const entries = Object.entries(conf).map(([key, value]) => {
    const name = /^nuxeo\.office\.online\.(\w+)$/.exec(key)?.[1];
    if (name === undefined) throw new Error(`--conf expects keys nuxeo.office.online.…; got ${key}.`);
    return [name, value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
