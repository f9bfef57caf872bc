import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';

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
);
