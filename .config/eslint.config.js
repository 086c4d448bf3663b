import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/**
 * The rooms of the house, lowest first. `sees` lists the rooms it may import; `types` those of which it may import types alone;
 * `packages` the only packages it may import (none given: any, but nothing of Node).
 */
export const rooms = [
  { name: 'domain', sees: [], types: [], packages: [] },
  { name: 'casebook', sees: ['domain'], types: [] },
  { name: 'lifecycle', sees: ['domain', 'casebook'], types: [], packages: ['xstate'] },
  { name: 'simulation', sees: ['domain'], types: [], packages: [] },
  { name: 'words', sees: [], types: ['domain'], packages: [] },
  { name: 'view', sees: ['domain', 'casebook', 'lifecycle', 'simulation', 'words'], types: [] },
  { name: 'ui', sees: ['view', 'words'], types: [] },
  { name: 'app', sees: ['domain', 'casebook', 'lifecycle', 'simulation', 'words', 'view', 'ui'], types: [] },
  { name: 'tools', sees: ['domain', 'casebook', 'lifecycle', 'simulation', 'words', 'view'], types: [], node: true },
];

const names = rooms.map((room) => room.name);

function wall(room) {
  const hidden = names.filter((name) => name !== room.name && !room.sees.includes(name));
  const patterns = hidden.map((name) => ({
    regex: `^#${name}/|^(\\.\\./)+${name}/`,
    allowTypeImports: room.types.includes(name),
    message: `src/${room.name} does not see src/${name}. The order of the rooms is in .config/eslint.config.js.`,
  }));
  const seen = names.filter((name) => name !== room.name && room.sees.includes(name));
  if (seen.length > 0) {
    patterns.push({ regex: `^(\\.\\./)+(${seen.join('|')})/`, message: 'Rooms are crossed by #room/file.ts.' });
  }
  if (room.packages) {
    const allowed = room.packages.map((name) => `${name}(/|$)`).join('|');
    patterns.push({ regex: `^(?![.#]${allowed && `|(${allowed})`})`, message: `src/${room.name} imports no such package.` });
  } else if (!room.node) {
    patterns.push({ regex: '^node:', message: `src/${room.name} runs in the browser.` });
  }
  return {
    files: [`src/${room.name}/**/*.{ts,svelte}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const noClockNoDom = ['Date', 'window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'fetch', 'performance', 'crypto'];

export default ts.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '.cache/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/casebook/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.type='MetaProperty'][property.name='glob']",
          message: 'import.meta.glob stands in src/casebook alone: it is the only door to scenarios/.',
        },
      ],
    },
  },
  {
    files: ['src/{domain,simulation}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...noClockNoDom.map((name) => ({ name, message: 'domain and simulation know no clock, no DOM, no network.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'domain and simulation know no chance: pass the numbers in.' },
      ],
    },
  },
  {
    files: ['src/**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteAttribute[key.name='style']",
          message: 'The Content-Security-Policy refuses style attributes: use style:name={…} or a class.',
        },
      ],
    },
  },
  ...rooms.map(wall),
);
