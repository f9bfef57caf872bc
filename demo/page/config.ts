/** A value of Web UI's configuration: always a string, or a list of them; never a boolean or a number. */
type Value = string | string[];

/** What the real server declares in `org.nuxeo.web.ui.*`; its lists are the arrays here (contract section 2). */
const defaults: Record<string, Value> = {
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

/**
 * The script that Web UI asks of `config.jsp`.
 * @param properties by name, without `org.nuxeo.web.ui.`
 * @param bundles the addons to load
 */
export function configScript(properties: Record<string, string>, bundles: string[]): string {
  const config = nested({ ...defaults, ...properties });
  return [
    'var Nuxeo = Nuxeo || {};',
    'Nuxeo.UI = Nuxeo.UI || {};',
    `Nuxeo.UI.config = ${JSON.stringify(config)};`,
    `Nuxeo.UI.bundles = ${JSON.stringify(bundles)};`,
    `Nuxeo.UI.repositories = ${JSON.stringify([{ name: 'default', label: 'Default', href: '/nuxeo/repo/default/ui/', isDefault: true }])};`,
  ].join('\n');
}

interface Tree {
  [key: string]: Value | Tree;
}

/** `{'a.b': 'c'}` becomes `{a: {b: 'c'}}`. */
function nested(properties: Record<string, Value>): Tree {
  const tree: Tree = {};
  for (const [name, value] of Object.entries(properties)) {
    const steps = name.split('.');
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
