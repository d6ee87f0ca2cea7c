import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';
import { baseline } from './test/browser/baseline.mjs';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'fixtures/recordings/**', 'test/e2e/consumers/frameworks/**'] },
  { files: ['**/*.{js,mjs,ts}'], ...js.configs.recommended },
  {
    files: ['**/*.{js,mjs}'],
    // Scripts of Node.js that hand functions to a page.
    languageOptions: { globals: { ...globals.node, ...globals.browser, posthog: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // What a file holds is a number until it has been compared with one of rrweb's enums; tests write numbers.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: lit.configs['flat/recommended'].plugins,
    rules: lit.configs['flat/recommended'].rules,
  },
  ...baseline,
  {
    // chai's `expect(x).to.be.true` is an expression on purpose.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // chai's assertions look like promises since the accessibility audit is one.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
);
