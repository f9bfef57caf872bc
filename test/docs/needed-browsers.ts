import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import data, {
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data' with { type: 'json' };
import ts from 'typescript';

export const BROWSERS = ['chrome', 'edge', 'firefox', 'safari'] as const;
export type Versions = Record<(typeof BROWSERS)[number], number>;

/** Something of a browser’s that the code uses, and the version of each browser that has it. */
export interface Feature {
  name: string;
  file: string;
  versions: Versions;
}

/** What a browser can lack without anybody missing it, and why. */
const DISPENSABLE: Record<string, string> = {
  'css.properties.forced-color-adjust': 'a browser without forced colours has none to keep them from',
};

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the code uses of browsers: of the DOM and of JavaScript by its types, of CSS by name. */
export function usedFeatures(): Feature[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.build.json`, (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const found = new Map<string, Feature>();
  const add = (names: readonly string[], file: string) => {
    const versions = versionsOf(names);
    if (versions)
      found.set(names.join('.'), { name: names.join('.'), file: file.slice(root.length), versions });
  };
  for (const source of program.getSourceFiles()) {
    if (source.fileName.includes('node_modules')) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        for (const names of builtIn(checker.getSymbolAtLocation(node))) add(names, source.fileName);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    for (const names of cssIn(readFileSync(source.fileName, 'utf8'))) add(names, source.fileName);
  }
  return [...found.values()].filter(({ name }) => !(name in DISPENSABLE));
}

/** The places in the data of what a symbol of TypeScript’s own libraries may be. */
function builtIn(symbol: ts.Symbol | undefined): string[][] {
  return (symbol?.declarations ?? []).flatMap((declaration) => {
    if (!/\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName)) return [];
    const { name } = symbol as ts.Symbol;
    const { parent } = declaration;
    // Statics stand in `AbortSignalConstructor`, or in the type of a variable.
    const owner = ts.isInterfaceDeclaration(parent)
      ? parent.name.text
      : ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)
        ? parent.parent.name.getText()
        : name;
    const places = [['api'], ['javascript', 'builtins'], ['javascript', 'builtins', 'Intl']];
    const members = owner === name ? [[name]] : [[owner.replace(/Constructor$/, ''), name]];
    return places.flatMap((place) =>
      members.flatMap((member) => [
        [...place, ...member],
        [...place, ...member.slice(0, -1), `${member.at(-1)}_static`],
      ]),
    );
  });
}

/** The places in the data of selectors and properties in the code’s templates and texts. */
function cssIn(text: string): string[][] {
  const selectors = [...text.matchAll(/[\w)\]*]?:{1,2}([a-z]+(?:-[a-z]+)*)(?=[\s(.{,)\]'"`])/g)];
  const properties = [...text.matchAll(/(?:^|[{;])\s*([a-z]+(?:-[a-z]+)*):\s[^;{}]*;/gm)];
  return [
    ...selectors.map(([, name = '']) => ['css', 'selectors', name]),
    ...properties.map(([, name = '']) => ['css', 'properties', name]),
  ];
}

function versionsOf(names: readonly string[]): Versions | undefined {
  const entry = names.reduce<Identifier | undefined>(
    (node, name) => (node && Object.hasOwn(node, name) ? node[name] : undefined),
    data as unknown as Identifier,
  );
  const support = entry?.__compat?.support;
  if (!support) return undefined;
  const pairs = BROWSERS.map((browser) => [browser, earliest(support[browser])]);
  return Object.fromEntries(pairs) as Versions;
}

/** The first version that has it whole and without a switch; none is further than any. */
function earliest(
  statements: SimpleSupportStatement | SimpleSupportStatement[] | string | undefined,
): number {
  const whole = [statements ?? []]
    .flat()
    .filter((statement): statement is SimpleSupportStatement => typeof statement === 'object')
    .filter(
      ({
        flags,
        prefix,
        alternative_name: other,
        version_removed: removed,
        partial_implementation: partial,
      }) => !flags && !prefix && !other && !removed && !partial,
    );
  const versions = whole.map(({ version_added: version }) =>
    typeof version === 'string' ? Number.parseFloat(version.replace('≤', '')) : Infinity,
  );
  return Math.min(...versions, Infinity);
}
