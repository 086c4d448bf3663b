import { join } from 'node:path';
import { readCase } from '#casebook/build/case.ts';
import { readHome } from '#casebook/build/home.ts';
import type { Case } from '#casebook/case.ts';
import type { Example, HomeContent } from '#casebook/home.ts';
import type { FactBook, Policy } from '#casebook/policy.ts';
import { refused, type Reading } from '#casebook/read/problem.ts';
import { namesUsed } from '#domain/policy/names.ts';
import { claimOf } from '#lifecycle/claim.ts';
import { endOn } from '#lifecycle/walk.ts';
import { exampleOf } from '#view/result-example.ts';
import { caseFileOf, caseIds, shownAs, textOf, SCENARIOS } from './library.ts';

/** What a case is read against. */
interface Library {
  readonly facts: FactBook;
  readonly policies: Readonly<Record<string, Policy>>;
}

/** home.yaml with everything the home screen shows of its cases. */
export interface HomeShown {
  readonly content: HomeContent;
  readonly example: Example;
}

export const homeFileOf = (root = SCENARIOS): string => join(root, 'home.yaml');

/** Reads home.yaml and its example, whose wording must have a deductible that a visitor can move. */
export const readHomeFile = (root: string, library: Library): Reading<HomeShown> => {
  const text = textOf(homeFileOf(root));
  if (!text.ok) return text;
  const read = readHome(text.value, shownAs(homeFileOf(root)), caseIds(root));
  if (!read.ok) return read;
  const { home, source } = read.value;
  const file = caseFileOf(home.example, root);
  const story = textOf(file);
  if (!story.ok) return story;
  const found = readCase(story.value, shownAs(file), library);
  if (!found.ok) return found;
  const of = found.value.case;
  const policy = library.policies[of.policy];
  if (!policy) throw new Error(`the case was read without its policy ${of.policy}`);
  const example = forHome(of, policy);
  if (!exampleOf(example)) {
    const fault = {
      path: ['example'],
      found: `"${home.example}", whose wording has no deductible that its schedule names`,
      allowed: 'a case whose deductible can be moved',
      remedy: 'name another case',
    };
    return refused([source.place(fault)]);
  }
  const {
    id,
    title,
    industry,
    kind,
    source: { says },
  } = of;
  const content = { example: { id, title, industry, kind, says }, first: home.first };
  return { ok: true, value: { content, example } };
};

/** A case as the home screen reckons with it: its wording and its claim on the best path, without the texts of either. */
const forHome = (of: Case, { wording, pools }: Policy): Example => {
  const used = new Set(namesUsed(wording));
  const only = <T>(values: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(values).filter(([name]) => used.has(name)));
  const claim = claimOf(of, endOn(of));
  return {
    id: of.id,
    wording: { ...wording, facts: only(wording.facts) },
    pools,
    losses: of.losses.map(({ id, side, label }) => ({ id, side, label })),
    claim: { ...claim, facts: only(claim.facts) },
  };
};
