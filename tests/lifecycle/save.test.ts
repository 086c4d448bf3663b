import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#casebook/case.ts';
import { toLink } from '#lifecycle/link.ts';
import { replay } from '#lifecycle/replay.ts';
import { caseIdOf, parse, toText } from '#lifecycle/save.ts';
import { sumOf } from '#lifecycle/shape.ts';
import { begun, rewind, type Sitting } from '#lifecycle/sitting.ts';
import { play, sittings } from './support/player.ts';
import { SAMPLE } from './support/sample-case.ts';

const find = (id: string): Case | undefined => (id === SAMPLE.id ? SAMPLE : undefined);
const whole = play(SAMPLE, 'all', 'first');

/** A text as another program, or a later version of this one, might have written it: its sum is right. */
const sealed = (sitting: unknown): string => {
  const { format, case: id, version, seats, events, twigs } = sitting as Sitting;
  return JSON.stringify({
    format,
    case: id,
    version,
    seats,
    events,
    twigs,
    sum: sumOf(JSON.stringify([format, id, version, seats, events, twigs])),
  });
};

describe('a saved sitting', () => {
  it('is read as it was written, twigs included', () => {
    const branched = rewind(whole, 3);
    expect(parse(toText(branched), find)).toEqual({ sitting: branched });
    expect(branched.twigs).toHaveLength(1);
  });

  it('names its case before it is read', () => {
    expect(caseIdOf(toText(whole))).toBe('S-01');
    expect(caseIdOf(toLink(SAMPLE, whole))).toBe('S-01');
    expect(caseIdOf('{"case":"S-01"}')).toBeNull();
    expect(caseIdOf('1.S-01.2.a.N.0')).toBeNull();
  });

  it('of a case that is not there says which', () => {
    expect(parse(toText(whole), () => undefined)).toEqual({ problem: 'unknown-case', case: 'S-01' });
    expect(parse(toLink(SAMPLE, whole), () => undefined)).toEqual({ problem: 'unknown-case', case: 'S-01' });
  });
});

describe('a link', () => {
  it('holds a whole case in less than 300 characters, all of them plain in an address', () => {
    const link = toLink(SAMPLE, whole);
    expect(link.length).toBeLessThan(300);
    expect(link).toMatch(/^[A-Za-z0-9.-]+$/);
  });

  it('holds a case of full size in less than 300 characters', () => {
    const documents = Array.from({ length: 25 }, (_, i) => ({
      id: `line-${i}`,
      text: SAMPLE.title,
      from: 'assumed' as const,
      facts: {},
      losses: [],
    }));
    const large: Case = {
      ...SAMPLE,
      documents: [{ id: 'all', kind: 'report', title: SAMPLE.title, on: '2025-07-14', lines: documents }],
      matching: documents
        .slice(0, 12)
        .map((line, i) => ({ line: line.id, clause: `clause-${i}`, answer: 'met' as const, note: SAMPLE.title })),
      letters: [
        {
          ...SAMPLE.letters[0],
          outcome: 'payment',
          to: SAMPLE.title,
          body: SAMPLE.title,
          slots: Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`slot-${i}`, { answer: SAMPLE.title, others: [SAMPLE.title] }])),
        },
      ],
    };
    const sitting = play(large, 'all', 'first');
    expect(replay(large, sitting).todo.kind).toBe('end');
    expect(sitting.events.length).toBeGreaterThan(60);
    expect(toLink(large, sitting).length).toBeLessThan(300);
    expect(parse(toLink(large, sitting), () => large)).toEqual({ sitting });
  });

  it('gives back every sitting, without its twigs', () => {
    fc.assert(
      fc.property(sittings(SAMPLE), (sitting) => {
        expect(parse(toLink(SAMPLE, sitting), find)).toEqual({ sitting });
      }),
      { numRuns: 100 },
    );
    expect(parse(toLink(SAMPLE, rewind(whole, 3)), find)).toEqual({ sitting: { ...rewind(whole, 3), twigs: [] } });
  });
});

describe('a sitting of another version of its case', () => {
  const old: Sitting = { ...whole, version: 1 };

  it('is recognised and offered as far as it can be played now', () => {
    expect(parse(toText(old), find)).toEqual({
      problem: 'other-version',
      case: 'S-01',
      version: 1,
      lost: 0,
      replay: { ...whole, twigs: [] },
    });
  });

  it('is offered up to the first event that no longer fits', () => {
    const without: Case = { ...SAMPLE, version: 3, decisions: SAMPLE.decisions.filter(({ id }) => id !== 'D3') };
    const read = parse(toText(whole), () => without);
    if (!('problem' in read) || read.problem !== 'other-version' || read.replay === null) throw new Error('not offered');
    expect(read.replay.version).toBe(3);
    expect(read.replay.events.length + read.lost).toBe(whole.events.length);
    expect(replay(without, read.replay).todo).toEqual({ kind: 'decision', decision: 'D4' });
  });

  it('is not guessed from a link, which names things by their place', () => {
    expect(parse(toLink(SAMPLE, old), find)).toEqual({ problem: 'other-version', case: 'S-01', version: 1, replay: null, lost: 0 });
  });
});

describe('a damaged text', () => {
  const text = toText(rewind(whole, 5));
  const link = toLink(SAMPLE, whole);

  it.each([
    '',
    ' ',
    '{',
    'null',
    '[]',
    '0',
    '"1."',
    '1.',
    '1.S-01',
    '1.S-01.2.a..',
    '1.S-01.2.a.N.zzzz',
    '{"format":1}',
    '__proto__',
    '{"__proto__":{"format":1}}',
    '\u0000',
    '[['.repeat(50_000),
    'x'.repeat(300_000),
    `1.${'R0'.repeat(200_000)}`,
  ])('is refused: %.20s', (damaged) => {
    expect(parse(damaged, find)).toEqual({ problem: 'damaged' });
  });

  it.each([
    ['another format', { ...whole, format: 2 }],
    ['other seats', { ...whole, seats: 'none' }],
    ['no events', { ...whole, events: null }],
    ['an unknown event', { ...whole, events: [{ do: 'cheat' }] }],
    ['an event with a field too many', { ...whole, events: [{ do: 'next', more: 1 }] }],
    ['an event with a wrong field', { ...whole, events: [{ do: 'predict', yen: '1' }] }],
    ['an option by an inherited name', { ...whole, events: [{ do: 'choose', decision: 'D1', option: 'toString' }] }],
    ['an event that does not fit', { ...whole, events: [{ do: 'next' }] }],
    ['an event after the end', { ...whole, events: [...whole.events, { do: 'next' }] }],
    ['a twig that does not fit', { ...whole, twigs: [[{ do: 'next' }]] }],
  ])('is refused though its sum is right: %s', (_, sitting) => {
    expect(parse(sealed(sitting), find)).toEqual({ problem: 'damaged' });
  });

  it('is refused in a link though its sum is right', () => {
    for (const events of ['N', 'R99', 'C0', 'C03', 'X0', 'R0R0', 'M9-90', 'P', 'a', 'L0-0', `${'H'.repeat(4)}`]) {
      const body = `1.S-01.2.a.${events}`;
      expect([events, parse(`${body}.${sumOf(body)}`, find)]).toEqual([events, { problem: 'damaged' }]);
    }
  });

  it('is refused in ten thousand random forms, or is the very sitting that was saved; none throws', () => {
    const saved = [parse(text, find), parse(link, find)].map((read) => JSON.stringify(read));
    const scratched = fc
      .tuple(
        fc.constantFrom(text, link),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('cut', 'drop', 'put'), fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 3 }),
      )
      .map(([of, scratches]) =>
        scratches.reduce((at, [where, how, what]) => {
          const place = where % (at.length + 1);
          if (how === 'cut') return at.slice(0, place);
          return at.slice(0, place) + what + at.slice(place + (how === 'drop' ? 1 : 0));
        }, of),
      );
    const seen = { damaged: 0, whole: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: scratched }, { weight: 1, arbitrary: fc.string() }), (damaged) => {
        const read = parse(damaged, find);
        if ('problem' in read) seen.damaged++;
        else seen.whole++;
        expect([...saved, '{"problem":"damaged"}']).toContain(JSON.stringify(read));
      }),
      { numRuns: 10_000 },
    );
    expect(seen.damaged).toBeGreaterThan(8_000);
    expect(begun(SAMPLE, 'all').events).toEqual([]);
  });
});
