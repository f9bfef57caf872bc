import type { Properties } from '../deployment/index.js';

/** What the names of Web UI's properties start with. */
export const PREFIX = 'org.nuxeo.web.ui.';

/** What the real server declares in `org.nuxeo.web.ui.*`; its lists are the arrays here (docs/host.md "Configuration"). */
const defaults: Properties = {
  'enrichers.document': [
    'hasContent',
    'firstAccessibleAncestor',
    'permissions',
    'breadcrumb',
    'preview',
    'favorites',
    'subscribedNotifications',
    'thumbnail',
    'renditions',
    'pendingTasks',
    'runnableWorkflows',
    'runningWorkflows',
    'collections',
    'audit',
    'subtypes',
    'tags',
    'publications',
  ],
  'enrichers.blob': ['appLinks', 'preview'],
  'fetch.document': ['properties'],
  dateFormat: 'LL',
  dateTimeFormat: 'LLL',
  firstDayOfWeek: '',
  's3.useDirectUpload': 'false',
  'url.followRedirect': 'false',
  listingMaxItems: '10000',
  'selection.selectAllEnabled': 'false',
  'pagination.nuxeoSelectOptions.listingMaxItems': '1000',
  trustedDomains: '',
};

/** The properties of a server without any addon. */
export const webUiProperties: Properties = Object.fromEntries(
  Object.entries(defaults).map(([name, value]) => [PREFIX + name, value]),
);

/**
 * The script that Web UI asks of `config.jsp`.
 * @param properties of the server; those of Web UI are taken
 * @param bundles the addons to load
 */
export function configScript(properties: Properties, bundles: string[]): string {
  const config = nested(properties);
  return [
    'var Nuxeo = Nuxeo || {};',
    'Nuxeo.UI = Nuxeo.UI || {};',
    `Nuxeo.UI.config = ${JSON.stringify(config)};`,
    `Nuxeo.UI.bundles = ${JSON.stringify(bundles)};`,
    `Nuxeo.UI.repositories = ${JSON.stringify([{ name: 'default', label: 'Default', href: '/nuxeo/repo/default/ui/', isDefault: true }])};`,
  ].join('\n');
}

interface Tree {
  [key: string]: string | string[] | Tree;
}

/** `{'org.nuxeo.web.ui.a.b': 'c'}` becomes `{a: {b: 'c'}}`. */
function nested(properties: Properties): Tree {
  const tree: Tree = {};
  for (const [name, value] of Object.entries(properties)) {
    if (!name.startsWith(PREFIX)) continue;
    const steps = name.slice(PREFIX.length).split('.');
    const last = steps.pop() ?? name;
    let branch = tree;
    for (const step of steps) {
      const next = branch[step];
      branch = typeof next === 'object' && !Array.isArray(next) ? next : (branch[step] = {});
    }
    branch[last] = value;
  }
  return tree;
}
