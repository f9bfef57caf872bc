import { readFileSync } from 'node:fs';
import type { Event } from 'custom-elements-manifest';
import ts from 'typescript';

const file = new URL('../src/events.ts', import.meta.url);

/**
 * The events for integrators, from the one table of them, `OfficeOnlineEvents` in src/events.ts: name, type, and a
 * description that tells when it comes and what is in its detail.
 * @throws Error when the table is not there
 */
export function readEvents(): Event[] {
  const source = ts.createSourceFile('events.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const interfaces = new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((each) => [each.name.text, each]),
  );
  const table = interfaces.get('OfficeOnlineEvents');
  if (!table) throw new Error('src/events.ts has no interface OfficeOnlineEvents');
  return table.members.filter(ts.isPropertySignature).map((member) => {
    const detail = member.type?.getText() ?? '';
    const fields = fieldsOf(detail, interfaces).join(', ');
    return {
      name: (member.name as ts.StringLiteral).text,
      type: { text: `CustomEvent<${detail}>` },
      description: `${commentOf(member)}; detail \`{${fields}}\``,
    };
  });
}

/** The names of an interface's fields, those that it inherits first. */
function fieldsOf(name: string, interfaces: Map<string, ts.InterfaceDeclaration>): string[] {
  const declaration = interfaces.get(name);
  const bases =
    declaration?.heritageClauses?.flatMap(({ types }) => types.map((type) => type.getText())) ?? [];
  const own = declaration?.members.map((member) => member.name?.getText() ?? '') ?? [];
  return [...bases.flatMap((base) => fieldsOf(base, interfaces)), ...own];
}

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ');
