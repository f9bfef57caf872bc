import { type Files, fileIn } from './files.js';
import { expand } from './variables.js';
import { childrenOf, parseXml, type XmlElement } from './xml.js';

/** Properties of the server's configuration by name: texts, or lists of them; never a boolean or a number. */
export type Properties = Record<string, string | string[]>;

const SERVICE = 'org.nuxeo.runtime.ConfigurationService';

/** The component with Web UI's own properties: who adds to them has to come after it. */
const WEB_UI = 'org.nuxeo.web.ui.properties.contrib';

/**
 * What the jar's components contribute to the server's configuration, on top of what is there.
 * @param jar its files
 * @param paths the components' files, as the manifest names them
 * @param conf what nuxeo.conf sets
 * @param given the server's own properties, which stay as they are
 * @throws Error that says what a server would refuse
 */
export function contribute(
  jar: Files,
  paths: string[],
  conf: Record<string, string>,
  given: Properties,
): Properties {
  const properties = { ...given };
  const names = new Set<string>();
  for (const path of paths) {
    const component = readComponent(jar, path, conf);
    const name = component.attributes.name ?? '';
    if (names.has(name)) throw new Error(`${path}: there is another component ${name}.`);
    names.add(name);
    for (const property of propertiesIn(component)) add(properties, property, path);
  }
  return properties;
}

function readComponent(jar: Files, path: string, conf: Record<string, string>): XmlElement {
  const text = fileIn(jar, path, 'the jar, though its manifest names it').toString('utf8');
  const component = parseXml(path, expand(text, conf));
  if (component.name !== 'component' || !component.attributes.name) {
    throw new Error(`${path}: expected a component with a name.`);
  }
  const required = childrenOf(component, 'require').map((require) => require.text.trim());
  const unknown = required.filter((name) => name !== WEB_UI);
  if (unknown.length) throw new Error(`${path}: the server has no component ${unknown.join(', ')}.`);
  if (propertiesIn(component).length && !required.length) {
    throw new Error(`${path}: has to require ${WEB_UI}, to come after what it adds to.`);
  }
  return component;
}

/** What a component contributes to the configuration; any other contribution is not the stand-in's to know. */
function propertiesIn(component: XmlElement): XmlElement[] {
  return childrenOf(component, 'extension').flatMap((extension) => {
    const { target, point } = extension.attributes;
    if (target !== SERVICE || point !== 'configuration') {
      throw new Error(`The stand-in knows no extension point ${target}, ${point}.`);
    }
    return childrenOf(extension, 'property');
  });
}

/** A list takes what comes as more entries, unless that says `override`; a text is replaced. */
function add(properties: Properties, { attributes, text }: XmlElement, path: string): void {
  const { name } = attributes;
  if (!name) throw new Error(`${path}: a property without a name.`);
  const value = text.trim();
  const before = properties[name];
  if (Array.isArray(before))
    properties[name] = [...(attributes.override === 'true' ? [] : before), ...split(value)];
  else if (before === undefined && attributes.list === 'true') properties[name] = split(value);
  else properties[name] = value;
}

/** As Java splits: an empty text is one empty entry, but empty entries at the end are none. */
function split(value: string): string[] {
  const entries = value.split(',');
  while (entries.length > 1 && entries.at(-1) === '') entries.pop();
  return value !== '' && entries[0] === '' && entries.length === 1 ? [] : entries;
}
