import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type ParsedNode } from 'yaml';
import { DEEPEST, excess, openQuote } from './guard.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from './problem.ts';

/** A file as plain values, and the place in the text of everything in it. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Gives a fault its line and column. */
  readonly place: (fault: Fault) => Problem;
}

const MOST_ALIASES = 100;

/** What to do where a comma inside a value was taken for the end of it. */
export const AFTER_COMMA =
  "a comma inside { } or [ ] begins a new entry, so put the whole value before it in quotes, as '2,500万円' or 'one, two'";

/** Reads YAML 1.2 (or JSON) into plain values; `yes`, `no` and dates stay words, for only their reader knows what is meant. Never throws. */
export const readYaml = (text: string, file: string): Reading<Source> => {
  const lines = new LineCounter();
  const at = (offset: number, what: Omit<Fault, 'path'>): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), found: what.found, allowed: what.allowed, remedy: what.remedy };
  };
  const tooMuch = excess(text);
  if (tooMuch) {
    const before = text.slice(0, tooMuch.offset);
    return refused([
      {
        file,
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
        found: tooMuch.found,
        allowed: tooMuch.allowed,
        remedy: tooMuch.remedy,
      },
    ]);
  }
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
      logLevel: 'error',
    });
  } catch (error) {
    return refused([at(0, unreadable(String(error instanceof Error ? error.message : error)))]);
  }
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0)
    return refused(
      broken.map(({ message, pos: [start] }) =>
        at(message.startsWith('Missing closing') ? (openQuote(text) ?? start) : start, unreadable(message)),
      ),
    );
  const faults: { offset: number; what: Omit<Fault, 'path'> }[] = [];
  const value = plain(document, (offset, what) => faults.push({ offset, what }));
  if (faults.length > 0) return refused(faults.map((one) => at(one.offset, one.what)));
  const place = (fault: Fault): Problem => at(offsetOf(document, fault.path, fault.key === true), fault);
  return { ok: true, value: { file, value, place } };
};

const unreadable = (message: string): Omit<Fault, 'path'> => ({
  found: `text that cannot be read as YAML (${message.replace(/\s+/gu, ' ').replace(/\.$/, '')})`,
  allowed: 'YAML 1.2 or JSON',
  remedy: message.startsWith('Tabs')
    ? 'indent with spaces'
    : 'check indentation, quotes, brackets and colons at this place; a text with ": " or " #" in it needs quotes',
});

/** Keys that every object of the language has already; as a name in a file they would be mistaken for these. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), '<<']);

type Report = (offset: number, what: Omit<Fault, 'path'>) => void;

const plain = (document: Document.Parsed, report: Report): unknown => {
  let aliases = 0;
  const startOf = (node: unknown): number => (node as ParsedNode | null)?.range?.[0] ?? 0;
  const convert = (node: unknown, depth: number): unknown => {
    if (depth > DEEPEST) {
      report(startOf(node), {
        found: `nesting of more than ${DEEPEST} levels`,
        allowed: `at most ${DEEPEST} levels`,
        remedy: 'check the indentation',
      });
      return null;
    }
    if (isAlias(node)) {
      if (++aliases > MOST_ALIASES) {
        if (aliases === MOST_ALIASES + 1) {
          report(startOf(node), {
            found: `more than ${MOST_ALIASES} aliases (*${node.source})`,
            allowed: `at most ${MOST_ALIASES}`,
            remedy: 'write the repeated part out',
          });
        }
        return null;
      }
      return convert(node.resolve(document), depth + 1);
    }
    if (isScalar(node)) return scalar(node as ParsedNode & { value: unknown; source?: string }, report);
    if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1));
    if (!isMap(node)) return null;
    const result: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = keyOf(pair.key);
      if (key === undefined || RESERVED.has(key)) {
        report(startOf(pair.key), {
          found: key === undefined ? 'a key that is not a single word' : `the key "${key}"`,
          allowed: 'a word as a key, other than the reserved words of the reader',
          remedy: key === undefined ? 'write one word before the colon, in quotes if need be' : 'choose another name',
        });
      } else if (Object.hasOwn(result, key)) {
        report(startOf(pair.key), {
          found: `the key "${key}" a second time`,
          allowed: 'each key once in a group',
          remedy: pair.value === null && /^\d/u.test(key) ? AFTER_COMMA : 'delete one of the two, or correct its name',
        });
      } else {
        result[key] = convert(pair.value, depth + 1);
      }
    }
    return result;
  };
  return convert(document.contents, 0);
};

const scalar = (node: ParsedNode & { value: unknown; source?: string }, report: Report): unknown => {
  const { value } = node;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    report(node.range[0], {
      found: `"${node.source ?? value}"`,
      allowed: 'a number that can be counted',
      remedy: 'write the number in digits',
    });
    return null;
  }
  return typeof value === 'bigint' ? Number(value) : value;
};

/** A key as a word: numbers and yes/no as they are written. */
const keyOf = (key: unknown): string | undefined => {
  if (!isScalar(key)) return undefined;
  const { value, source } = key as { value: unknown; source?: string };
  if (typeof value === 'string') return value;
  return value === null || source === undefined ? undefined : source;
};

const offsetOf = (document: Document.Parsed, path: Path, atKey: boolean): number => {
  let node: unknown = document.contents;
  let offset = startOfNode(node);
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item.key) === String(step));
      if (!pair) return offset;
      const last = i === path.length - 1;
      const value = pair.value as Node | null;
      offset = (last && atKey) || !hasPlace(value) ? startOfNode(pair.key) : startOfNode(value);
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) return offset;
      node = item;
      offset = startOfNode(node);
    } else {
      return offset;
    }
  }
  return offset;
};

const startOfNode = (node: unknown): number => (node as ParsedNode | null | undefined)?.range?.[0] ?? 0;
/** An empty value has no text of its own: its key is shown instead. */
const hasPlace = (node: Node | null): boolean => {
  const range = (node as ParsedNode | null)?.range;
  return range !== undefined && range !== null && (range[1] > range[0] || !isScalar(node));
};
