import type {
  CustomElementDeclaration,
  CustomElementField,
  FunctionDeclaration,
  Package,
} from 'custom-elements-manifest';
import { isElement } from './manifest.js';

/** Tells what integrators may use, as a page to read: the elements, then the functions. */
export function describe(manifest: Package): string {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const functions = declarations.filter((declaration) => declaration.kind === 'function');
  const parts = [
    '# Elements',
    'Made from the doc comments of the sources by `npm run docs`. How to use them: [integrator.md](integrator.md).',
    ...declarations.filter(isElement).flatMap(describeElement),
    '# Functions',
    ...functions.flatMap(describeFunction),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function describeElement(element: CustomElementDeclaration): string[] {
  const { tagName = '', summary, description, events, cssParts, cssProperties } = element;
  const fields = (element.members ?? []).filter((member) => member.kind === 'field') as CustomElementField[];
  return [
    `## \`<${tagName}>\``,
    line(summary),
    line(description),
    table(
      ['property', 'attribute', 'type', 'default', ''],
      fields.map(({ name, attribute, type, readonly, default: value, description: text }) => [
        code(name),
        code(attribute),
        code(type?.text),
        readonly ? 'read only' : code(value),
        text,
      ]),
    ),
    table(
      ['event', 'type', ''],
      (events ?? []).map(({ name, type, description: text }) => [code(name), code(type.text), text]),
    ),
    table(
      ['part', ''],
      (cssParts ?? []).map(({ name, description: text }) => [code(name), text]),
    ),
    table(
      ['custom property', 'default', ''],
      (cssProperties ?? []).map(({ name, default: value, description: text }) => [
        code(name),
        code(value),
        text,
      ]),
    ),
  ];
}

function describeFunction({
  name,
  parameters = [],
  description,
  return: result,
}: FunctionDeclaration): string[] {
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional || parameter.default ? '?' : ''}`,
  );
  return [
    `## \`${name}(${list.join(', ')})\``,
    line(description),
    table(
      ['parameter', 'type', 'default', ''],
      parameters.map(({ name: parameter, type, default: value, description: text }) => [
        code(parameter),
        code(type?.text),
        code(value),
        text,
      ]),
    ),
    result ? `Returns ${code(result.type?.text)}.` : '',
  ];
}

/** A table for what there is; nothing where there is nothing. */
function table(head: string[], rows: (string | undefined)[][]): string {
  if (!rows.length) return '';
  const row = (cells: (string | undefined)[]) => `| ${cells.map(line).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const line = (text = '') => text.replace(/\s+/g, ' ').trim();
const code = (text?: string) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
