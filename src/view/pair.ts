import { changed } from '#casebook/claim.ts';
import type { Case } from '#casebook/case.ts';
import { clauseTexts, type ClauseText, type FactBook, type General, type Policy } from '#casebook/policy.ts';
import type { Pair, PairSays, PairSet, PairSide } from '#casebook/pair.ts';
import type { Text } from '#casebook/text.ts';
import { endOn } from '#lifecycle/walk.ts';
import { yen } from '#words/yen.ts';
import { lookupOf } from './lookup.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { clauseRows } from './pair-clauses.ts';
import type { ClauseRow, PairReading, Readings, ValueRow, YenRow } from './pair-rows.ts';
import { factRows, scheduleRows } from './pair-values.ts';
import { yenRows } from './pair-yen.ts';
import { assessed, groundOf, type Ground } from './result-ground.ts';

/** A side with what it is read from. */
export interface PairSideSource {
  readonly side: PairSide;
  readonly case: Case;
  /** The case's own wording, and the other one where it is also read under that. */
  readonly policy: Policy;
  readonly alsoPolicy?: Policy;
}
export interface PairSource {
  /** The pair as listed; null for two that nobody has listed. */
  readonly pair: Pair | null;
  readonly a: PairSideSource;
  readonly b: PairSideSource;
  readonly facts: FactBook;
  readonly general: General;
}

/** One column. */
export interface PairSideView {
  readonly case: string;
  readonly title: Text;
  readonly wording: Text;
  readonly policy: { readonly id: string; readonly version: number };
  readonly summary: Text;
  readonly outcome: Outcome;
  readonly sides: 'claimed' | 'spent' | 'both';
  readonly clauses: ReadonlyMap<string, ClauseText>;
  /** Whether the pair has put other facts or terms in the place of those of the case. */
  readonly isChanged: boolean;
}

/** An answer to choose; without a label the words of the app say which one pays more. */
export interface PairAnswerView {
  readonly label: Text | null;
  readonly says: PairSays;
  readonly right: boolean;
}

export interface PairView {
  readonly id: string | null;
  readonly sides: readonly [PairSideView, PairSideView];
  /** Whether both columns read one accident. */
  readonly oneAccident: boolean;
  readonly oneWording: boolean;
  readonly question: Text | null;
  readonly answers: readonly PairAnswerView[];
  readonly why: Text | null;
  readonly lesson: Text | null;
  readonly facts: readonly ValueRow[];
  readonly schedule: readonly ValueRow[];
  readonly clauses: readonly ClauseRow[];
  readonly yen: readonly YenRow[];
}

interface Side {
  readonly ground: Ground;
  readonly reading: PairReading;
  readonly view: PairSideView;
}

/** Two cases, or one under two wordings, on the best way of each, side by side. */
export const pairOf = (source: PairSource): PairView => {
  const { pair } = source;
  const [a, b] = [sideOf(source.a, source), sideOf(source.b, source)];
  const readings: Readings = [a.reading, b.reading];
  const clauses = clauseRows(readings);
  const filled = (text: Text): Text => ({ ja: fill(text, 'ja', a, b), en: fill(text, 'en', a, b) });
  return {
    id: pair?.id ?? null,
    sides: [a.view, b.view],
    oneAccident: source.a.case.id === source.b.case.id,
    oneWording: a.view.policy.id === b.view.policy.id,
    question: pair && filled(pair.question),
    answers: answersOf(pair, a.view.outcome, b.view.outcome).map((answer) => ({ ...answer, label: answer.label && filled(answer.label) })),
    why: pair && filled(pair.why),
    lesson: pair ? filled(pair.lesson) : unlisted(a, b),
    facts: factRows(readings, clauses, source.facts),
    schedule: scheduleRows(readings, clauses),
    clauses,
    yen: yenRows(readings),
  };
};

const sideOf = ({ side, case: of, policy, alsoPolicy }: PairSideSource, { facts, general }: PairSource): Side => {
  const ground = groundOf({
    case: of,
    policy,
    ...(alsoPolicy ? { other: alsoPolicy } : {}),
    facts,
    general,
    titles: {},
    moment: endOn(of),
    played: false,
  });
  const found = side.other ? ground.also : ground.own;
  if (!found) throw new Error(`${of.id} is not read under ${side.policy}`);
  const reading = withSet(found, side.set);
  const clauses = clauseTexts(reading.policy);
  return {
    ground,
    reading: { ...reading, case: of, other: side.other, set: side.set, clauses },
    view: {
      case: of.id,
      title: of.title,
      wording: reading.policy.title,
      policy: { id: reading.policy.id, version: reading.policy.version },
      summary: ground.filled(of.summary),
      outcome: outcomeOf(reading.result, { policy: reading.policy, losses: of.losses }),
      sides: sidesOf(of),
      clauses,
      isChanged: isSet(side.set),
    },
  };
};

const isSet = ({ facts, schedule }: PairSet): boolean => Object.keys(facts).length + Object.keys(schedule).length > 0;

const withSet = (reading: NonNullable<Ground['also']>, set: PairSet): NonNullable<Ground['also']> => {
  if (!isSet(set)) return reading;
  const claim = changed(reading.claim, set);
  return { ...reading, claim, result: assessed(reading.compiled, claim) };
};

const sidesOf = ({ losses }: Case): PairSideView['sides'] => {
  const sides = new Set(losses.map(({ side }) => side));
  return sides.size > 1 ? 'both' : sides.has('spent') ? 'spent' : 'claimed';
};

const GENERIC: readonly PairSays[] = [{ more: 'a' }, { more: 'b' }, { more: 'same' }];

/** The answers with what the engine makes of them. */
export const answersOf = (pair: Pick<Pair, 'answers'> | null, a: Outcome, b: Outcome): readonly PairAnswerView[] => {
  const listed = pair?.answers ?? [];
  const answers = listed.length > 0 ? listed : GENERIC.map((says) => ({ label: null, says }));
  return answers.map(({ label, says }) => ({ label, says, right: isTrue(says, a, b) }));
};

/** A payment that is open is more than another only where even the least of it is. */
const isTrue = (says: PairSays, a: Outcome, b: Outcome): boolean => {
  if ('ends' in says) return says.ends.a === a.verdict && says.ends.b === b.verdict;
  const more = a.low > b.high ? 'a' : b.low > a.high ? 'b' : 'same';
  return says.more === more;
};

/** Why two stand side by side that nobody has listed: what the cases themselves say of each other. */
const unlisted = (a: Side, b: Side): Text | null => {
  const [one, two] = [a.ground.case, b.ground.case];
  if (one.id === two.id) return one.alsoUnder ? a.ground.filled(one.alsoUnder.why) : null;
  for (const [from, to] of [
    [a, two],
    [b, one],
  ] as const) {
    const found = from.ground.case.contrastWith.find((contrast) => contrast.case === to.id);
    if (found) return from.ground.filled(found.why);
  }
  return null;
};

/** The text with its figures: `{a.paid}`, `{b.loss.gift}`, each from its own side. */
const fill = (text: Text, locale: 'ja' | 'en', a: Side, b: Side): string =>
  text[locale].replace(/\{([ab])\.([^{}]+)\}/gu, (_whole, which: string, name: string) => {
    const { ground, reading, view } = which === 'a' ? a : b;
    const { outcome } = view;
    const results: Readonly<Record<string, number>> = {
      claimed: outcome.claimed,
      paid: outcome.low,
      low: outcome.low,
      high: outcome.high,
      ownCost: outcome.ownCost,
      notOwed: outcome.notOwed,
      open: outcome.open,
    };
    const result = results[name];
    if (result !== undefined) return yen(result, locale);
    return (
      lookupOf({ case: reading.case, policy: reading.policy, facts: ground.facts, claim: reading.claim, dates: {} })(name, locale) ?? name
    );
  });
