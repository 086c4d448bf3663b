import type { Case } from '../case.ts';
import { shareOf } from '../claim.ts';
import { OPTIONS, STATES } from '../names.ts';
import type { Fault, Path } from '../read/problem.ts';

/** The faults of a case's content that its shape cannot show: facts twice, shares above their item, dates out of order, choices, ends. */
export const contentFaults = (of: Case): readonly Fault[] => [...facts(of), ...shares(of), ...dates(of), ...choices(of), ...ends(of)];

const LINES = { least: 3, most: 8 };

const facts = (of: Case): Fault[] => {
  const faults: Fault[] = [];
  const found = new Map<string, unknown>();
  of.documents.forEach(({ lines }, d) =>
    lines.forEach((line, i) =>
      Object.entries(line.facts).forEach(([name, value]) => {
        const path = ['documents', d, 'lines', i, 'facts', name];
        if (Object.hasOwn(of.given, name)) {
          faults.push({
            path,
            key: true,
            found: `the fact "${name}" in a line, although it is given`,
            allowed: 'each fact either given or to be found',
            remedy: 'delete it here or under facts: given:',
          });
        } else if (found.has(name) && JSON.stringify(found.get(name)) !== JSON.stringify(value)) {
          faults.push({
            path,
            found: `another value of the fact "${name}" than an earlier line has`,
            allowed: 'one value of a fact in all lines',
            remedy: 'correct one of the two lines',
          });
        }
        found.set(name, value);
      }),
    ),
  );
  const bearing = of.documents
    .flatMap(({ lines }) => lines)
    .filter((line) => line.losses.length === 0 && Object.keys(line.facts).length > 0).length;
  if (bearing < LINES.least || bearing > LINES.most) {
    faults.push({
      path: ['documents'],
      key: true,
      found: `${bearing} lines that carry facts and no losses`,
      allowed: `${LINES.least} to ${LINES.most}`,
      remedy:
        bearing < LINES.least ? 'let more lines carry a fact to be found' : 'give some of the facts under facts: given:, or join lines',
    });
  }
  return faults;
};

const shares = (of: Case): Fault[] => {
  const amounts = new Map(of.losses.map(({ id, amount }) => [id, amount]));
  const within = (table: Case['settlement']['owed'], path: Path): Fault[] =>
    Object.entries(table).flatMap(([id, share]): Fault[] => {
      const amount = amounts.get(id);
      if (amount === undefined || shareOf(amount, share) <= amount) return [];
      return [
        {
          path: [...path, id],
          found: `${shareOf(amount, share)} yen of an item of ${amount}`,
          allowed: 'at most the amount of the item',
          remedy: 'correct one of the two amounts',
        },
      ];
    });
  return [
    ...within(of.settlement.owed, ['settlement', 'owed']),
    ...within(of.settlement.performed, ['settlement', 'performed']),
    ...of.expected.flatMap((one, i) => within(one.set.owed, ['expected', i, 'set', 'owed'])),
    ...of.decisions.flatMap((decision, i) =>
      OPTIONS.flatMap((option) => [
        ...within(decision.choices[option].owed, ['decisions', i, 'choices', option, 'owed']),
        ...within(decision.choices[option].performed, ['decisions', i, 'choices', option, 'performed']),
      ]),
    ),
  ];
};

const dates = (of: Case): Fault[] => {
  const faults: Fault[] = [];
  let before: { name: string; on: string } | undefined;
  for (const name of STATES) {
    const on = of.dates[name];
    if (on === undefined) continue;
    if (before && on < before.on) {
      faults.push({
        path: ['dates', name],
        found: `${name} on ${on}, before ${before.name} on ${before.on}`,
        allowed: 'dates in the order in which the states are passed',
        remedy: 'correct one of the two dates',
      });
    }
    before = { name, on };
  }
  of.decisions.forEach((decision, i) => {
    const entered = of.dates[decision.at];
    const previous = of.decisions[i - 1];
    if (entered !== undefined && decision.on < entered) {
      faults.push({
        path: ['decisions', i, 'on'],
        found: `${decision.on}, before the claim is ${decision.at} on ${entered}`,
        allowed: `${entered} or later`,
        remedy: 'correct the date here or under dates:',
      });
    } else if (previous && decision.on < previous.on) {
      faults.push({
        path: ['decisions', i, 'on'],
        found: `${decision.on}, before the decision ${previous.id} on ${previous.on}`,
        allowed: 'decisions in the order of their dates',
        remedy: 'correct one of the two dates',
      });
    }
  });
  return faults;
};

const CHOICE = { least: 18, most: 35 };

const choices = (of: Case): Fault[] =>
  of.decisions.flatMap((decision, i) =>
    OPTIONS.flatMap((option): Fault[] => {
      const choice = decision.choices[option];
      const path = ['decisions', i, 'choices', option];
      const letters = [...choice.text.ja.replace(/\{[^{}]*\}/gu, '00,000万円')].length;
      const faults: Fault[] = [];
      if (letters < CHOICE.least || letters > CHOICE.most) {
        faults.push({
          path: [...path, 'text', 'ja'],
          found: `a choice of ${letters} letters`,
          allowed: `${CHOICE.least} to ${CHOICE.most} letters in Japanese, all three of like length`,
          remedy: letters > CHOICE.most ? 'shorten it; what follows belongs into the consequence' : 'say plainly what is done',
        });
      }
      if (option !== 'best' && choice.misconception === undefined) {
        faults.push({
          path,
          found: 'a choice without its misconception',
          allowed: 'misconception: on the tempting and the late choice',
          remedy: 'name the mistake a sensible person makes here',
        });
      }
      return faults;
    }),
  );

const ends = (of: Case): Fault[] => {
  const best = of.expected.findIndex(({ name }) => name === 'best');
  const worse = of.expected.filter(({ choose }) => Object.values(choose).some((option) => option !== 'best')).length;
  if (best < 0 || Object.keys(of.expected[best]?.choose ?? {}).length > 0) {
    return [
      {
        path: best < 0 ? ['expected'] : ['expected', best],
        found: best < 0 ? 'no end named best' : 'an end named best that chooses',
        allowed: 'one end named best, for the best choices throughout',
        remedy: 'add - { name: best, … } without choose:',
      },
    ];
  }
  if (worse >= 2) return [];
  return [
    {
      path: ['expected'],
      key: true,
      found: `${worse} ends with another choice than the best`,
      allowed: 'at least two',
      remedy: 'add ends with choose: { D1: late } and the like',
    },
  ];
};
