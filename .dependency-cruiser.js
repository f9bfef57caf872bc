// Which code may use which (docs/architecture.md "The house").

/** Types alone bind nothing at run time. */
const atRunTime = { dependencyTypesNot: ['type-only'] };

const mayNotUse = (from, to, comment) => ({
  name: `${from} → ${to}`.replaceAll(/[\^$()|\\]/g, ' ').trim(),
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...atRunTime },
});

/** The folders of src/, each of which may use those before it. */
const LAYERS = [
  'address',
  'web-ui',
  'settings',
  'offer',
  'access',
  'client',
  'save',
  'tabs',
  'session',
  'admin',
];

export default {
  forbidden: [
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: atRunTime },
    },
    {
      name: 'rooms fetch each other by import() alone',
      comment:
        'What a room imports is loaded with it. What several rooms show stands in elements/common/; entry/ is there already.',
      severity: 'error',
      from: { path: '^elements/([^/]+)/' },
      to: {
        path: '^elements/[^/]+/',
        pathNot: ['^elements/$1/', '^elements/(common|entry)/'],
        dynamic: false,
        ...atRunTime,
      },
    },
    mayNotUse('^src/', '^elements/'),
    mayNotUse('^(src|elements)/', '^(demo|nuxeo|test|docs)/'),
    mayNotUse('^(demo|nuxeo)/', '^(src|elements)/'),
    ...LAYERS.slice(0, -1).map((layer, index) =>
      mayNotUse(`^src/${layer}/`, `^src/(${LAYERS.slice(index + 1).join('|')})/`),
    ),
    // What lies in src/ itself serves all of it.
    mayNotUse('^src/[^/]+$', '^src/[^/]+/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
