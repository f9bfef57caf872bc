import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element, with what it holds in its order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** the text of the element itself and of all below it */
  text: string;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
});

/** Reads a file's root element. @throws Error that names the file and says where it is not well-formed */
export function parseXml(file: string, text: string): XmlElement {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    const { msg, line, col } = verdict.err;
    throw new Error(`${file}: not well-formed XML, line ${line}, column ${col}: ${msg}`);
  }
  const parsed: unknown = parser.parse(text);
  const root = nodes(parsed).map(elementOf).find(Boolean);
  if (!root) throw new Error(`${file}: there is no root element.`);
  return root;
}

/** Those of the element's children that have the name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The trimmed text of the element at the path of names below; empty when there is none. */
export function textAt(element: XmlElement, ...path: string[]): string {
  const at = path.reduce<XmlElement | undefined>((above, name) => childrenOf(above, name)[0], element);
  return at?.text.trim() ?? '';
}

/** A node of the parser has one key, its name, and beside it its attributes. Text has none. */
function elementOf(node: Record<string, unknown>): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
  if (name === undefined || name === TEXT) return undefined;
  const below = nodes(node[name]);
  return {
    name,
    attributes: { ...(node[ATTRIBUTES] as Record<string, string> | undefined) },
    children: below.map(elementOf).filter((child) => child !== undefined),
    text: below.map(textOf).join(''),
  };
}

function textOf(node: Record<string, unknown>): string {
  if (TEXT in node) return String(node[TEXT]);
  return elementOf(node)?.text ?? '';
}

const nodes = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
