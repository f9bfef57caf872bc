import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';

/** Imports run one way: elements/ → src/, never back; demo/ and nuxeo/ import neither. */
const mayNotImport = (files, ...folders) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: folders.map((folder) => `**/${folder}/**`) }],
  },
});

export default tseslint.config(
  { ignores: ['dist/', 'lib/', 'target/', '.cache/', 'node_modules/'] },
  ...tseslint.configs.recommendedTypeChecked,
  lit['flat/recommended'],
  { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['*.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['demo/**', 'test/**', 'nuxeo/**'], rules: { 'no-console': 'off' } },
  mayNotImport(['src/**'], 'elements', 'demo', 'nuxeo'),
  mayNotImport(['elements/**'], 'demo', 'nuxeo'),
  mayNotImport(['demo/**', 'nuxeo/**'], 'src', 'elements'),
);
