import type { Drill, Situation } from '#casebook/drill.ts';
import { clauseTexts, type ClauseText, type General, type Policy } from '#casebook/policy.ts';
import type { Text } from '#casebook/text.ts';
import { drillWords } from '#words/drill.ts';
import { date } from '#words/figures.ts';
import { fill, type Lookup } from '#words/fill.ts';
import { yen } from '#words/yen.ts';
import { answerKeys, type DrillAnswers } from './drill-answers.ts';
import { differencesOf } from './drill-differences.ts';
import { baseLookup, reckoned, type DrillGround, type Reckoned } from './drill-reckoned.ts';
import type { Answered, AskGroup, DrillClause, DrillTerm, DrillView, SituationView } from './drill-shown.ts';
import { outcomeOf } from './outcome.ts';
import { shown } from './shown.ts';
import { shuffled } from './shuffled.ts';

export type * from './drill-shown.ts';

/** What a drill is shown from. */
export interface DrillSource extends DrillGround {
  readonly general: General;
}

const filled = (text: Text, lookup: Lookup): Text => ({ ja: fill(text, lookup, 'ja'), en: fill(text, lookup, 'en') });
const both = (say: (locale: 'ja' | 'en') => string): Text => ({ ja: say('ja'), en: say('en') });

/** A drill as far as it is answered. */
export const drillView = (drill: Drill, answers: DrillAnswers, source: DrillSource): DrillView => {
  const policy = policyIn(source, drill.policy);
  const lookup = baseLookup(drill, source);
  const open = drill.situations.findIndex(({ id }) => answers[id] === undefined);
  const reached = open < 0 ? drill.situations : drill.situations.slice(0, open + 1);
  return {
    id: drill.id,
    title: drill.title,
    group: drill.group,
    minutes: drill.minutes,
    policy: { id: policy.id, title: policy.title },
    story: filled(drill.story, lookup),
    items: drill.losses.map(({ id, label, amount, each, count, side, from }) => ({
      id,
      label,
      yen: amount,
      each: each ?? null,
      count: each === undefined ? null : (count ?? null),
      side,
      from,
    })),
    claimed: drill.losses.reduce((sum, loss) => sum + loss.amount, 0),
    terms: Object.entries(drill.schedule).flatMap(([id, { value, from }]): DrillTerm[] => {
      const entry = policy.schedule[id];
      return entry ? [{ id, label: entry.label, value: shown(entry.type, value, entry.values), from }] : [];
    }),
    given: Object.entries(drill.given).flatMap(([id, { value, from, reason }]): DrillTerm[] => {
      const fact = source.facts[id];
      return fact ? [{ id, label: fact.label, value: shown(fact.type, value, fact.valueLabels), from, ...(reason ? { reason } : {}) }] : [];
    }),
    situations: reached.map((one, i) => situationView(drill, one, i + 1, answers, source)),
    of: drill.situations.length,
    rule: open < 0 ? filled(drill.rule, lookup) : null,
  };
};

const policyIn = ({ policies }: DrillGround, id: string): Policy => {
  const policy = policies[id];
  if (!policy) throw new Error(`the drill was read without its policy ${id}`);
  return policy;
};

const GROUPS: Partial<Record<ClauseText['kind'], AskGroup>> = {
  exclusion: 'exclusion',
  trigger: 'trigger',
  duty: 'duty',
  series: 'series',
};
const groupOf = (clause: ClauseText): AskGroup => GROUPS[clause.kind] ?? 'condition';

const clauseOf = ({ id, running, title, quote, plain, source }: ClauseText): DrillClause => ({
  id,
  running: running ?? null,
  title,
  quote,
  plain,
  from: source.from,
  passage: source.from === 'document' ? source.passage : source.practice,
});

const situationView = (drill: Drill, situation: Situation, n: number, answers: DrillAnswers, source: DrillSource): SituationView => {
  const end = reckoned(drill, situation, source);
  if ('refused' in end) throw new Error(`the claim of ${drill.id} ${situation.id} cannot be assessed: ${end.refused}`);
  const { question } = situation;
  const texts = clauseTexts(end.policy);
  const asked = question.ask === 'clause' ? texts.get(question.clause) : undefined;
  const chosen = answers[situation.id];
  const isOther = end.policy.id !== drill.policy;
  return {
    id: situation.id,
    n,
    text: filled(situation.text, end.before),
    from: situation.from,
    under: isOther ? end.policy.title : null,
    question:
      question.ask === 'clause'
        ? { kind: 'clause', group: asked ? groupOf(asked) : 'condition', clause: clauseOf(found(asked, question.clause)) }
        : { kind: 'text', text: filled(question.question, end.before) },
    answers: shuffled(labelled(situation, asked, end.before), `${drill.id} ${situation.id}`, ({ key }) => key),
    answered: chosen === undefined ? null : answeredOf(drill, situation, chosen, end, answers, source),
  };
};

const found = <T>(thing: T | undefined, what: string): T => {
  if (thing === undefined) throw new Error(`nothing stands for ${what}`);
  return thing;
};

/** The answers of a situation with their words, in the order of the file. */
const labelled = ({ question }: Situation, asked: ClauseText | undefined, lookup: Lookup): readonly { key: string; label: Text }[] => {
  const keys = answerKeys(question);
  const at = (i: number): string => keys[i] ?? '';
  switch (question.ask) {
    case 'clause': {
      const group = asked ? groupOf(asked) : 'condition';
      return question.answers.map(({ is }, i) => ({ key: at(i), label: both((locale) => drillWords[locale].findings[group][is]) }));
    }
    case 'paid':
      return question.answers.map(({ is }, i) => ({ key: at(i), label: both((locale) => yen(is, locale)) }));
    case 'due':
      return question.answers.map(({ is }, i) => ({ key: at(i), label: both(() => date(is)) }));
    case 'say':
      return question.answers.map(({ text }, i) => ({ key: at(i), label: filled(text, lookup) }));
  }
};

/** The key of the right answer: what the engine gives, or what the file says where no figure decides. */
export const rightKey = ({ question }: Situation, { result, due }: Pick<Reckoned, 'result' | 'due'>): string => {
  switch (question.ask) {
    case 'clause':
      return result.findings.find(({ clause }) => clause === question.clause)?.result ?? '';
    case 'paid':
      return String(result.paid);
    case 'due':
      return due ?? '';
    case 'say':
      return String(question.answers.findIndex(({ right }) => right));
  }
};

const answeredOf = (
  drill: Drill,
  situation: Situation,
  chosen: string,
  end: Reckoned,
  answers: DrillAnswers,
  source: DrillSource,
): Answered => {
  const { question } = situation;
  const { policy, result, due } = end;
  const texts = clauseTexts(policy);
  const keys = answerKeys(question);
  const right = rightKey(situation, end);
  const reply = (key: string): Text => filled(found(question.answers[keys.indexOf(key)], `the answer ${key}`).reply, end.after);
  const asked = question.ask === 'clause' ? texts.get(question.clause) : undefined;
  const finding = asked && result.findings.find(({ clause }) => clause === asked.id);
  const clause = asked ?? aboutClause(drill, situation, texts, source);
  const sides = new Set(end.claim.losses.map(({ side }) => side));
  const label = labelled(situation, asked, end.before).find(({ key }) => key === right);
  return {
    chosen,
    right,
    rightLabel: found(label, `the right answer of ${situation.id}`).label,
    reply: reply(chosen),
    reason: chosen === right ? null : reply(right),
    why: policy.id !== drill.policy && drill.alsoUnder ? filled(drill.alsoUnder.why, baseLookup(drill, source)) : null,
    conclusion:
      asked && finding
        ? { kind: 'finding', clause: clauseOf(asked), group: groupOf(asked), result: finding.result }
        : question.ask === 'due' && due !== undefined
          ? { kind: 'due', date: due }
          : { kind: 'end' },
    outcome: outcomeOf(result, { policy, losses: drill.losses }),
    sides: sides.size > 1 ? 'both' : sides.has('spent') ? 'spent' : 'claimed',
    clause: clause ? clauseOf(clause) : null,
    exceptions: (finding?.exceptedBy ?? []).flatMap((id) => {
      const text = texts.get(id);
      return text ? [clauseOf(text)] : [];
    }),
    needs: finding?.result === 'unknown' ? finding.needs.flatMap((id) => source.facts[id]?.label ?? []) : [],
    differences: differencesOf(
      drill,
      situation,
      drill.situations.filter(({ id }) => answers[id] !== undefined),
      end,
      source,
    ),
  };
};

/** The clause that a question in words, in yen or about a day turns on: the payment rule, or what the drill is about. */
const aboutClause = (
  drill: Drill,
  { question }: Situation,
  texts: ReadonlyMap<string, ClauseText>,
  { general }: DrillSource,
): ClauseText | undefined => {
  const payment = texts.get(general.payment.clause) ?? general.clauses.find(({ id }) => id === general.payment.clause);
  if (question.ask === 'due') return payment;
  return drill.covers.flatMap((id) => texts.get(id) ?? [])[0];
};
