import { describe, expect, test } from 'vitest';
import { openingOf } from '../../src/app/screens/play-opening.ts';
import { readSitting } from '../../src/app/sittings.ts';
import { toLink } from '#lifecycle/link.ts';
import { toText } from '#lifecycle/save.ts';
import type { Sitting } from '#lifecycle/sitting.ts';
import { playView } from '#view/play.ts';
import { groundNamed, ids, wayThrough } from './play-support.ts';

const ground = groundNamed('IT-15');
const of = ground.case;
const way = wayThrough(of);
const [early, late] = [way[2] as Sitting, way[9] as Sitting];
const read = (text: string) => readSitting(of, text);

describe('opening a play screen', () => {
  test('without anything saved it begins, in the seat that the address asks for', () => {
    expect(openingOf(of, null, null, 'insured')).toMatchObject({ sitting: { seats: 'insured', events: [] }, resumed: false });
    expect(openingOf(of, null, null, undefined)).toMatchObject({ sitting: { seats: 'all' } });
  });

  test('goes on where it was left, and asks first when another seat is wanted', () => {
    expect(openingOf(of, read(toText(late)), null, undefined)).toEqual({ sitting: late, resumed: true });
    expect(openingOf(of, read(toText(late)), null, 'insured')).toMatchObject({ asks: { kind: 'seats', saved: 'all' }, keep: late });
  });

  test('a shared sitting opens at once, or asks when another one would be lost', () => {
    const link = read(toLink(of, late));
    expect(openingOf(of, null, link, undefined)).toMatchObject({ sitting: { events: late.events } });
    expect(openingOf(of, read(toText(late)), link, undefined)).toMatchObject({ sitting: late });
    expect(openingOf(of, read(toText(early)), link, undefined)).toMatchObject({
      asks: { kind: 'shared' },
      keep: early,
      shared: { events: late.events },
    });
  });

  test('a link that is cut short, or of another case, opens nothing', () => {
    expect(openingOf(of, null, read(toLink(of, late).slice(0, -3)), undefined)).toMatchObject({
      asks: { kind: 'link-damaged' },
      keep: null,
    });
    const other = groundNamed('PB-06').case;
    expect(openingOf(of, null, read(toLink(other, wayThrough(other)[3] as Sitting)), undefined)).toMatchObject({
      asks: { kind: 'link-damaged' },
    });
  });

  test('a sitting of an older version is offered as far as it fits', () => {
    const old: Sitting = {
      ...late,
      version: 7,
      events: [...late.events.slice(0, 5), { do: 'read', line: 'gone' }, ...late.events.slice(5)],
    };
    expect(openingOf(of, read(toText(old)), null, undefined)).toMatchObject({
      asks: { kind: 'version', from: 7, to: of.version, fits: 5, all: 10 },
      keep: { version: of.version, events: late.events.slice(0, 5) },
    });
    const strange: Sitting = { ...late, version: 7, events: [{ do: 'read', line: 'gone' }] };
    expect(openingOf(of, read(toText(strange)), null, undefined)).toMatchObject({ asks: { fits: 0, all: 1 }, keep: null });
  });

  test('a damaged one is not loaded in part', () => {
    expect(openingOf(of, read(toText(late).replace('"R"', '').slice(0, -2)), null, undefined)).toEqual({
      asks: { kind: 'damaged' },
      keep: null,
      shared: null,
    });
  });
});

test.each(ids)('%s: saved and read again, every moment of three ways shows the same', (id) => {
  const other = groundNamed(id);
  for (const option of ['best', 'tempting', 'late'] as const) {
    for (const sitting of wayThrough(other.case, option)) {
      const again = readSitting(other.case, toText(sitting));
      if (!('sitting' in again)) throw new Error(`${id} cannot be read again after ${String(sitting.events.length)} events`);
      expect(playView(other, again.sitting)).toEqual(playView(other, sitting));
    }
  }
});
