import { readdirSync, readFileSync, rmSync } from 'node:fs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';

const BLANKS = 'src/create';

/** A chunk's name changes with what is in it: those of earlier builds would stay. */
const clear = (folder) => ({
  name: 'clear',
  generateBundle: () => rmSync(folder, { recursive: true, force: true }),
});

/** The blank files that new documents begin with: beside the module that names them, wherever that goes. */
const blanks = (folder) => ({
  name: 'blanks',
  generateBundle() {
    for (const file of readdirSync(BLANKS).filter((name) => name.startsWith('nuxeo-office-online-blank'))) {
      this.emitFile({ type: 'asset', fileName: folder + file, source: readFileSync(`${BLANKS}/${file}`) });
    }
  },
});

const compile = [
  json({ compact: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  minifyTemplateLiterals(),
];

/**
 * Which modules go into a file of their own, by path; the first that fits decides. What every visitor loads must not
 * reach a file with Lit in it, and what the action shares with the editor comes with the action.
 */
const CHUNKS = {
  'nuxeo-office-online.bundle':
    /elements\/entry\/|src\/(narrow|events|web-ui\/(globals|configuration|i18n)|settings\/flag)\./,
  lit: /node_modules\/(?!lit-html)/,
  action:
    /lit-html|elements\/(action|common)\/|src\/(once|offer\/(applications|intents|label|offers|shown-actions)|settings\/(offer|read)|web-ui\/(application|defined|full-names|router|text-language)|address\/(route|xpath))/,
  'follow-up': /elements\/editor\/follow-up\.|src\/web-ui\/(shown-document|open-form)/,
  'saved-tracker': /src\/save\/(saved-|save-watch|look)/,
  'admin-editor': /src\/admin\/(editor|host|page-policy)/,
  // What rooms that open beside the editor share with it, and with what follows it: both are there before them. A trial on
  // the status page, too, talks with an editor.
  'nuxeo-office-online-editor':
    /elements\/editor\/(nuxeo-office-online-editor|notice)|src\/(client\/channel|offer\/find-file)\./,
  'check-file-info': /src\/access\/check-file-info/,
  access:
    /src\/(access\/(?!check|stored|versions)|client\/(wopi-clients|editor-address)|session\/opening|save\/auto-save|failure|settings\/(create|editor|origin)|web-ui\/(connection|document-link))/,
};

/** The status page's messages in each language. */
const TEXTS = /i18n\/admin\/messages(.*)\.json$/;

/** What Web UI loads on a server with the Nuxeo package: the entry, and the rooms that it opens when they are needed. */
const bundle = {
  input: { 'nuxeo-office-online.bundle': 'elements/entry/contributions.ts' },
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name }) =>
      `${name.startsWith('nuxeo-office-online') ? name : `nuxeo-office-online-${name}`}-[hash].js`,
    manualChunks: (path) =>
      Object.keys(CHUNKS).find((name) => CHUNKS[name].test(path)) ??
      TEXTS.exec(path)?.[1].replace(/^/, 'admin-texts'),
  },
  plugins: [
    clear('dist'),
    blanks(''),
    nodeResolve({ exportConditions: ['production'] }),
    ...compile,
    terser({
      ecma: 2022,
      module: true,
      format: { comments: false },
      compress: { passes: 3, inline: 1, unsafe_arrows: true },
    }),
  ],
};

/** The messages as they are, for who appends them to those of a server. */
const messages = {
  name: 'messages',
  generateBundle() {
    const files = readdirSync('i18n', { recursive: true });
    for (const file of files.filter((name) => /^(admin\/)?messages/.test(name))) {
      this.emitFile({ type: 'asset', fileName: `i18n/${file}`, source: readFileSync(`i18n/${file}`) });
    }
  },
};

/** What integrators bundle: a module for each source file, with Lit left to them. */
const npmPackage = {
  input: 'elements/index.ts',
  external: /^lit\b/,
  output: {
    dir: 'lib',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: '.',
    entryFileNames: '[name].js',
  },
  plugins: [clear('lib'), ...compile, messages, blanks('src/create/')],
};

/** `rollup -c` builds Web UI's bundle, `rollup -c --configNpm` the npm package. */
export default ({ configNpm }) => (configNpm ? npmPackage : bundle);
