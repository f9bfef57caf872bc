import { rmSync } from 'node:fs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';

export default {
  input: { 'nuxeo-office-online.bundle': 'elements/nuxeo-office-online.ts' },
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name }) =>
      `${name.startsWith('nuxeo-office-online') ? name : `nuxeo-office-online-${name}`}-[hash].js`,
  },
  plugins: [
    // A chunk's name changes with what is in it: those of earlier builds would stay.
    { name: 'clear', generateBundle: () => rmSync('dist', { recursive: true, force: true }) },
    nodeResolve({ exportConditions: ['production'] }),
    json({ compact: true }),
    esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
    minifyTemplateLiterals(),
    terser({ ecma: 2022, module: true, format: { comments: false }, compress: { passes: 3 } }),
  ],
};
