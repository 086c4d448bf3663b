import { named, once } from '../check/references.ts';
import { writtenYenFaults } from '../check/texts.ts';
import type { Comparison, Topic, TopicSide } from '../pair.ts';
import type { ClauseText, Policy } from '../policy.ts';
import { refused, type Fault, type Path, type Problem, type Reading } from '../read/problem.ts';
import { shaped } from '../read/shape.ts';
import { readYaml } from '../read/yaml.ts';
import { compareFile, type RawComparison, type RawTopicSide } from '../schema/pairs.ts';

/** Reads compare.yaml: every clause that a source prints stands in a topic, in the column of its own wording and in no other. */
export const readCompare = (text: string, file: string, policies: Readonly<Record<string, Policy>>): Reading<Comparison> => {
  const source = readYaml(text, file);
  if (!source.ok) return source;
  const shape = shaped(source.value, compareFile);
  if (!shape.ok) return shape;
  const raw = shape.value;
  const found = raw.policies.flatMap((id) => (Object.hasOwn(policies, id) ? (policies[id] ?? []) : []));
  const faults: Fault[] = raw.policies.flatMap((id, i) => named('policy', id, Object.keys(policies), ['policies', i]));
  const [left, right] = found;
  if (!left || !right || faults.length > 0) return refused(faults.map(source.value.place));
  const topics = raw.topics.map((topic): Topic => {
    const side = (policy: Policy): TopicSide => {
      const { clauses = [], silent = null } = topic.sides[policy.id] ?? {};
      return { clauses, silent };
    };
    return { id: topic.id, title: topic.title, note: topic.note, sides: [side(left), side(right)] };
  });
  const problems: Problem[] = [
    ...once(
      'topic',
      raw.topics.map(({ id }) => id),
      (i) => ['topics', i, 'id'],
    ),
    ...raw.topics.flatMap((topic, i) => topicFaults(topic, ['topics', i], found)),
    ...found.flatMap((policy) => forgotten(raw, policy)),
    ...writtenYenFaults(source.value.value),
  ].map(source.value.place);
  return problems.length > 0 ? refused(problems) : { ok: true, value: { policies: [left.id, right.id], topics } };
};

type RawTopic = RawComparison['topics'][number];

const topicFaults = ({ sides }: RawTopic, path: Path, policies: readonly Policy[]): Fault[] => [
  ...Object.keys(sides).flatMap((id) =>
    named(
      'policy',
      id,
      policies.map((one) => one.id),
      [...path, 'sides', id],
    ).map((fault) => ({ ...fault, key: true })),
  ),
  ...policies.flatMap((policy) => {
    const side = sides[policy.id];
    if (side) return sideFaults(side, [...path, 'sides', policy.id], policy);
    return [
      {
        path: [...path, 'sides'],
        key: true,
        found: `no word of the policy "${policy.id}"`,
        allowed: 'both policies in every topic',
        remedy: `add ${policy.id}: { silent: … } or { clauses: […] }`,
      },
    ];
  }),
];

const sideFaults = ({ clauses = [], silent }: RawTopicSide, path: Path, policy: Policy): Fault[] => {
  const ids = policy.clauses.map(({ id }) => id);
  const notes = policy.clauses.filter(({ kind }) => kind === 'note').map(({ id }) => id);
  const printed = clauses.find((id) => policy.clauses.some((clause) => clause.id === id && !clause.general));
  return [
    ...clauses.flatMap((id, i) => named('clause', id, ids, [...path, 'clauses', i])),
    ...(silent === undefined ? [] : named('note', silent, notes, [...path, 'silent'])),
    ...(clauses.length === 0 && silent === undefined
      ? [
          {
            path,
            found: 'neither a clause nor a note that the source is silent',
            allowed: 'clauses: [ids], silent: the id of a note, or both',
            remedy: 'write one of the two',
          },
        ]
      : []),
    ...(silent !== undefined && printed !== undefined
      ? [
          {
            path: [...path, 'silent'],
            found: `silent beside the clause "${printed}", which the source prints`,
            allowed: 'beside silent: only general practice (GEN-…)',
            remedy: 'delete one of the two',
          },
        ]
      : []),
  ];
};

/** A printed clause that stands in no topic: a difference that nobody would see. */
const forgotten = (raw: RawComparison, policy: Policy): Fault[] => {
  const named = new Set(raw.topics.flatMap(({ sides }) => [...(sides[policy.id]?.clauses ?? []), sides[policy.id]?.silent]));
  return policy.clauses
    .filter((clause: ClauseText) => !clause.general && !named.has(clause.id))
    .map(({ id }) => ({
      path: ['topics'],
      key: true,
      found: `no topic with the clause "${id}" of ${policy.id}`,
      allowed: 'every clause that a source prints in at least one topic',
      remedy: 'add it to a topic, or write a topic for it',
    }));
};
