import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = Readonly<Record<string, string>>;

const declarations = (css: string): Tokens =>
  Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
const ours = readFileSync('src/ui/style/tokens.css', 'utf8');
const primitives = declarations(readFileSync('node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'utf8'));
const blockOf = (selector: string): Tokens => declarations(ours.slice(ours.indexOf(`${selector} {`)).split('}')[0] ?? '');

const light: Tokens = { ...primitives, ...blockOf(':root') };
const dark: Tokens = { ...light, ...blockOf(":root[data-theme='dark']") };

function resolved(tokens: Tokens, name: string): string {
  const value = tokens[name] ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference ? resolved(tokens, reference) : value;
}

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(resolved(tokens, name))).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

const TEXT: [string, string][] = [
  ...['--ink', '--ink-2', '--ink-3', '--link', '--brand', '--stamp'].flatMap((text): [string, string][] => [
    [text, '--canvas'],
    [text, '--surface'],
  ]),
  ['--ink', '--selected'],
  ['--ink-2', '--selected'],
  ['--brand', '--selected'],
  ['--link', '--selected'],
  ['--visited', '--surface'],
  ['--on-brand', '--brand'],
  ['--on-brand', '--brand-hover'],
  ['--ok', '--ok-ground'],
  ['--caution', '--caution-ground'],
  ['--error', '--error-ground'],
  ['--error', '--canvas'],
  ['--unsettled', '--unsettled-ground'],
  ['--unsettled', '--canvas'],
  ['--ink-3', '--sunken'],
];
const SHAPES: [string, string][] = [
  ['--control', '--canvas'],
  ['--control', '--surface'],
  ['--focus', '--canvas'],
  ['--focus', '--surface'],
  ['--focus-halo', '--brand'],
  ...['--claim', '--pay', '--deductible', '--ratio', '--over', '--excluded'].map((part): [string, string] => [part, '--surface']),
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s colours', (_name, tokens) => {
  test.each(TEXT)('%s on %s reads (4.5 : 1)', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPES)('%s on %s shows (3 : 1)', (shape, ground) => {
    expect(contrast(tokens, shape, ground)).toBeGreaterThanOrEqual(3);
  });
});
