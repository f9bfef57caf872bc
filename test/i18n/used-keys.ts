import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

const sources = ['src', 'elements'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${root}${folder}/${name}`),
);

/**
 * The keys that the plugin can ask `translate` for, each with the most parameters it is given. Keys that the code puts
 * together are known by what the compiler takes the expression for.
 * @throws Error for keys that the compiler can't tell
 */
export function findUsedKeys(keysAt: KeysAt = keysOfTranslate): Map<string, number> {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(sources, options);
  const checker = program.getTypeChecker();
  const used = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    for (const [key, parameters] of keysAt(node, checker)) {
      used.set(key, Math.max(parameters, used.get(key) ?? 0));
    }
    ts.forEachChild(node, visit);
  };
  for (const path of sources) {
    const file = program.getSourceFile(path);
    if (file) visit(file);
  }
  return used;
}

/** Gives the keys that are asked for right at a node, with the number of their parameters. */
export type KeysAt = (node: ts.Node, checker: ts.TypeChecker) => [string, number][];

/** Those of the status page: of `say`, and what its lines are made with by their words, which bring title and advice. */
export const keysOfStatus: KeysAt = (node, checker) => {
  if (!ts.isCallExpression(node) || !node.getSourceFile().fileName.includes('/admin/')) return [];
  const name = node.expression.getText().replace(/^\(.*\)$/, 'wrong');
  const [key, ...parameters] = node.arguments;
  if (!key || !['say', 'well', 'wrong', 'unknown'].includes(name)) return [];
  // Lines make their own keys of what they are given.
  if (/^`(\$\{told\}|\$\{line\}|line\.)/.test(key.getText()) || /^told as/.test(key.getText())) return [];
  return stringsOf(key, checker).flatMap((told): [string, number][] => {
    const count = parameters.some(ts.isSpreadElement) ? 9 : parameters.length;
    if (name === 'say') return [[told, count]];
    const [line] = told.split('.');
    return [`line.${line}`, told, `${told}.do`, `${line}.do`].map((each) => [each, count]);
  });
};

/** Those of Web UI's own messages. */
function keysOfTranslate(node: ts.Node, checker: ts.TypeChecker): [string, number][] {
  if (ts.isCallExpression(node) && node.expression.getText() === 'translate') {
    const [key, ...parameters] = node.arguments;
    // A notice can have any button that there is a key for: what counts is which ones are chosen.
    if (!key || key.getText() === '`officeOnline.button.${name}`') return [];
    return stringsOf(key, checker).map((name) => [name, parameters.length]);
  }
  if (ts.isArrayLiteralExpression(node) && node.elements[0]) {
    if (checker.getContextualType(node)?.aliasSymbol?.name !== 'Choice') return [];
    return stringsOf(node.elements[0], checker).map((name) => [`officeOnline.button.${name}`, 0]);
  }
  return [];
}

/** The strings that an expression can be. */
function stringsOf(expression: ts.Expression, checker: ts.TypeChecker): string[] {
  const type = checker.getTypeAtLocation(expression);
  return (type.isUnion() ? type.types : [type]).map((each) => {
    if (each.isStringLiteral()) return each.value;
    throw new Error(`Expected something of which the compiler knows all values, got ${expression.getText()}`);
  });
}
