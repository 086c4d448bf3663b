import { loadDefaultJapaneseParser } from 'budoux';
import type { Plugin } from 'vite';

const BREAK = '\u200b';
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** More than one sentence: running text, which may break anywhere and should be found and copied as it is. */
const RUNNING = /。[^。」）]/u;
const parser = loadDefaultJapaneseParser();

/** Texts of a scenario that are headings, choices or labels: the rest is running text, which needs no hints. */
const PHRASED = new Set(['title', 'question', 'goal', 'label', 'choices', 'customerLine', 'pools', 'answer', 'others']);
const NOT_PHRASED = new Set(['consequence', 'reason', 'misconception', 'reply']);

/**
 * The text with a zero-width space wherever a Japanese line may break between two phrases. A placeholder such as `{loss.gift}` is
 * never cut and stays with what follows it.
 */
export function withBreaks(text: string): string {
  if (!JAPANESE.test(text) || text.includes(BREAK) || RUNNING.test(text)) return text;
  return text
    .split(/(?<=\n)|(\{[^{}]*\})/u)
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (part.startsWith('{') ? part : parser.parse(part).join(BREAK)))
    .join('');
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (key: unknown): string => (isNode(key) ? String(key['name'] ?? key['value'] ?? '') : '');

interface Found {
  readonly node: Node;
  readonly text: string;
  readonly template: boolean;
}

/** The strings of a module that get hints: all of a Japanese dictionary, the phrased ones of a scenario. */
function* strings(node: Node, scenario: boolean, path: readonly string[]): Generator<Found> {
  const wanted = !scenario || (path.at(-1) === 'ja' && path.some((key) => PHRASED.has(key)) && !path.some((key) => NOT_PHRASED.has(key)));
  if (node.type === 'ImportDeclaration') return;
  if (node.type === 'Literal' && typeof node['value'] === 'string' && wanted) yield { node, text: node['value'], template: false };
  if (node.type === 'TemplateElement' && wanted) {
    const { raw, cooked } = node['value'] as { raw: string; cooked: string };
    if (raw === cooked) yield { node, text: raw, template: true };
  }
  for (const [key, value] of Object.entries(node)) {
    if (node.type === 'Property' && key === 'key') continue;
    const inside = node.type === 'Property' ? [...path, nameOf(node['key'])] : path;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* strings(child, scenario, inside);
  }
}

/**
 * Japanese line breaks, decided at build by BudouX so that no browser needs the model: hints go into the Japanese dictionaries of
 * src/words and into the headings and choices of scenario modules. `Phrase.svelte` turns them into <wbr>.
 */
export function breakHints(isScenario: (id: string) => boolean): Plugin {
  return {
    name: 'satei-break-hints',
    enforce: 'post',
    apply: (_config, { command }) => command === 'build' || process.env['VITEST'] === undefined,
    transform(code, id) {
      const scenario = isScenario(id);
      if (!scenario && !/\/src\/words\/(.*[./-])?ja\.ts$/.test(id)) return null;
      let out = code;
      const found = [...strings(this.parse(code) as unknown as Node, scenario, [])];
      for (const { node, text, template } of found.toSorted((a, b) => b.node.start - a.node.start)) {
        const hinted = withBreaks(text);
        if (hinted !== text) out = out.slice(0, node.start) + (template ? hinted : JSON.stringify(hinted)) + out.slice(node.end);
      }
      return { code: out, map: null };
    },
  };
}
