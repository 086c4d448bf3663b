import type { Drill, DrillQuestion } from '#casebook/drill.ts';

/** What was answered, by situation id: the answers by their keys. */
export type DrillAnswers = Readonly<Record<string, string>>;

/** The answers of a question by their keys, in the order of the file: what it claims, or its place where it is in words. */
export const answerKeys = (question: DrillQuestion): readonly string[] =>
  question.ask === 'say' ? question.answers.map((_, i) => String(i)) : question.answers.map(({ is }) => String(is));

/** What of a kept thing can be gone on with: known answers, from the first situation without a gap. Anything else counts as nothing. */
export const resumable = (drill: Drill, kept: unknown): DrillAnswers => {
  if (typeof kept !== 'object' || kept === null) return {};
  const found: Record<string, string> = {};
  for (const { id, question } of drill.situations) {
    const key: unknown = Object.hasOwn(kept, id) ? (kept as Record<string, unknown>)[id] : undefined;
    if (typeof key !== 'string' || !answerKeys(question).includes(key)) break;
    found[id] = key;
  }
  return found;
};
