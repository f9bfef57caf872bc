import { contribute, type Properties } from './configuration.js';
import { type Files, fileIn, unzip } from './files.js';
import { runInstall } from './install-commands.js';
import { readManifest } from './manifest.js';
import { childrenOf, parseXml, textAt } from './xml.js';

export type { Properties } from './configuration.js';
export type { Files } from './files.js';

/** An addon as the server has it after the deployment. */
export interface Deployment {
  /** the package's name: Web UI loads `NAME.bundle.js`, if it is there */
  name: string;
  /** the server's files, by their path below its folder: Web UI's, and now the addon's too */
  files: Files;
  /** The configuration with what the addon contributes. @throws Error when a value of nuxeo.conf breaks a component */
  properties(given: Properties, conf: Record<string, string>): Properties;
}

/** Where `install.xml` may have bundles put. */
const BUNDLES = '${env.bundles}';
const PACKAGE = '${package.root}/';

const FRAGMENT = 'OSGI-INF/deployment-fragment.xml';

/** Fields without which `nuxeoctl` does not take a package, or can't show it. */
const FIELDS = ['title', 'description', 'vendor', 'license', 'license-url'];

/**
 * Installs a Nuxeo package and deploys its bundles as a server does at its start (docs/host.md "Nuxeo package").
 * @param zip the package's bytes
 * @param files the server's, which are left as they are
 * @throws Error that says what the server would refuse
 */
export async function deploy(zip: Buffer, files: Files): Promise<Deployment> {
  const contents = await unzip('The package', zip);
  const name = readPackage(contents);
  const server: Files = new Map(files);
  const bundles = installBundles(contents, server);
  const jars: { jar: Files; components: string[] }[] = [];
  for (const path of bundles) {
    const jar = await unzip(path, fileIn(server, path, 'the server'));
    const components = componentsOf(jar);
    const fragment = parseXml(FRAGMENT, fileIn(jar, FRAGMENT, path).toString('utf8'));
    const required = childrenOf(fragment, 'require').map((require) => require.text.trim());
    // Without it, Web UI's own files may come later, and replace what was appended to them.
    if (!required.includes('org.nuxeo.web.ui'))
      throw new Error(`${FRAGMENT} has to require org.nuxeo.web.ui.`);
    await runInstall(server, childrenOf(fragment, 'install')[0], { 'bundle.fileName': path });
    jars.push({ jar, components });
  }
  return {
    name,
    files: server,
    properties: (given, conf) =>
      jars.reduce((all, { jar, components }) => contribute(jar, components, conf, all), given),
  };
}

/** @returns the package's name */
function readPackage(contents: Files): string {
  const descriptor = parseXml('package.xml', fileIn(contents, 'package.xml', 'the package').toString('utf8'));
  const { name, version, type } = descriptor.attributes;
  if (descriptor.name !== 'package' || !name) throw new Error('package.xml: expected a package with a name.');
  if (type !== 'addon') throw new Error(`package.xml: expected type addon, got ${type}.`);
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version ?? '')) {
    throw new Error(`package.xml: expected a version such as 1.2.3, got ${version}.`);
  }
  const missing = FIELDS.filter((field) => !textAt(descriptor, field));
  if (missing.length) throw new Error(`package.xml: there is no ${missing.join(', ')}.`);
  const platform = ['name', 'version'].map((part) => textAt(descriptor, 'target-platform', part));
  if (!platform.every(Boolean))
    throw new Error('package.xml: there is no target-platform with name and version.');
  return name;
}

/** Does what `install.xml` says. @returns paths of the bundles on the server */
function installBundles(contents: Files, server: Files): string[] {
  const install = parseXml('install.xml', fileIn(contents, 'install.xml', 'the package').toString('utf8'));
  return install.children.flatMap(({ name, attributes: { file = '', todir } }) => {
    if (name !== 'update' || !file.startsWith(PACKAGE) || todir !== BUNDLES) {
      throw new Error(
        `install.xml: the stand-in knows only <update file="${PACKAGE}…" todir="${BUNDLES}"/>.`,
      );
    }
    const folder = `${file.slice(PACKAGE.length)}/`;
    const jars = [...contents].filter(([path]) => path.startsWith(folder));
    if (!jars.length) throw new Error(`There is no ${folder} in the package, though install.xml names it.`);
    return jars.map(([path, content]) => {
      const target = `bundles/${path.slice(folder.length)}`;
      server.set(target, content);
      return target;
    });
  });
}

/** Paths of the components that the manifest names, which are all there. */
function componentsOf(jar: Files): string[] {
  const manifest = readManifest(fileIn(jar, 'META-INF/MANIFEST.MF', 'the jar'));
  for (const header of ['Manifest-Version', 'Bundle-SymbolicName', 'Bundle-Version']) {
    if (!manifest.get(header)) throw new Error(`META-INF/MANIFEST.MF: there is no ${header}.`);
  }
  return (manifest.get('Nuxeo-Component') ?? '').split(/[,\s]+/).filter(Boolean);
}
