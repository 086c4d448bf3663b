import type { Fact, ScheduleEntry } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import type { Value } from '#domain/policy/wording.ts';

/** A value of a fact or of the schedule as a screen shows it, still in neither language: yen, a share, a day, a count, yes/no, or a word. */
export type Shown =
  | { readonly kind: 'yen'; readonly yen: number }
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  | { readonly kind: 'word'; readonly word: Text };

/** How a fact or schedule entry of this type shows this value. A value that does not fit its type was refused when the file was read. */
export function shown(type: Fact['type'] | ScheduleEntry['type'], value: Value, words?: Readonly<Record<string, Text>>): Shown {
  if (typeof value === 'boolean') return { kind: 'yesno', yes: value };
  if (typeof value === 'object') return { kind: 'percent', basisPoints: value.basisPoints };
  if (typeof value === 'number') return type === 'yen' ? { kind: 'yen', yen: value } : { kind: 'number', value };
  if (type === 'date') return { kind: 'date', date: value };
  return { kind: 'word', word: words?.[value] ?? { ja: value, en: value } };
}
