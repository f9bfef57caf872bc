import { fileURLToPath } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type {
  ClassMember,
  CustomElementDeclaration,
  Declaration,
  Module,
  Package,
} from 'custom-elements-manifest';
import { readEvents } from './events.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What integrators may use: the elements, and the function that opens a file. */
const PUBLIC = [
  'elements/{entry,editor,places}/nuxeo-office-online-*.ts',
  'elements/{open-office-online,create-office-document}.ts',
];

/**
 * Makes `custom-elements.json` from the sources' doc comments. What has none is nobody else's business and left out.
 * @throws Error when there is no element, so that nothing empty is ever published
 */
export async function makeManifest(): Promise<Package> {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', ...PUBLIC];
  const manifest = await cli({ argv, cwd: root, noWrite: true });
  const modules = manifest.modules.map(publicModule);
  if (!modules.some(({ declarations }) => declarations?.some(isElement))) {
    throw new Error(`No custom element in ${PUBLIC.join(', ')}`);
  }
  return { ...manifest, modules };
}

/** Whether a declaration is that of a custom element. */
export const isElement = (declaration: Declaration): declaration is CustomElementDeclaration =>
  'customElement' in declaration && declaration.customElement;

/** As it stands in the package, where the paths are those of built modules. */
function publicModule(module: Module): Module {
  const path = builtPath(module.path);
  const declarations = (module.declarations ?? [])
    .filter((declaration) => isElement(declaration) || declaration.name === 'openOfficeOnline')
    .map((declaration) => (isElement(declaration) ? publicElement(declaration) : declaration));
  const names = declarations.map(({ name }) => name);
  const exports = (module.exports ?? [])
    .filter(({ declaration }) => names.includes(declaration.name))
    .map((entry) => ({ ...entry, declaration: { ...entry.declaration, module: path } }));
  return { ...module, path, declarations, exports };
}

const builtPath = (source: string) => `lib/${source.replace(/\.ts$/, '.js')}`;

function publicElement(element: CustomElementDeclaration): CustomElementDeclaration {
  const members = element.members?.filter(isPublic);
  const attributes = element.attributes?.filter(({ fieldName }) =>
    members?.some(({ name }) => name === fieldName),
  );
  return {
    ...element,
    members,
    attributes,
    events: [
      ...(element.events?.filter(({ description }) => description) ?? []),
      // A session's events come from our page.
      ...(element.tagName === 'nuxeo-office-online-page' ? readEvents() : []),
    ],
  };
}

const isPublic = (member: ClassMember) =>
  !!member.description && !member.static && (member.privacy ?? 'public') === 'public';
