import type { Claim } from '#domain/assessment.ts';
import type { PoolId, Side, Wording } from '#domain/policy/wording.ts';
import type { CaseSource, CaseSummary } from './case.ts';
import type { Text } from './text.ts';

/** The door of the home screen: what it shows of two cases, apart from index.ts so that the first view does not grow with their number. */

/** What the home screen shows before it has reckoned anything. */
export interface HomeContent {
  /** The case whose payment it opens with. */
  readonly example: Pick<CaseSummary, 'id' | 'title' | 'industry' | 'kind'> & Pick<CaseSource, 'says'>;
  /** The id of the case it offers to somebody who wants to try. */
  readonly first: string;
}

/** The example as the home screen reckons with it: the wording and the claim on the best path, and no text but labels. */
export interface Example {
  readonly id: string;
  readonly wording: Wording;
  readonly pools: Readonly<Record<PoolId, Text>>;
  readonly losses: readonly { readonly id: string; readonly side: Side; readonly label: Text }[];
  readonly claim: Claim;
}

const contents = import.meta.glob<HomeContent>('/scenarios/home.yaml', { import: 'default', eager: true });
const examples = import.meta.glob<Example>('/scenarios/home.yaml', { query: '?example', import: 'default' });

const only = <T>(found: Readonly<Record<string, T>>): T => {
  const one = Object.values(found)[0];
  if (one === undefined) throw new Error('scenarios/home.yaml is missing from the build');
  return one;
};

/** What stands in home.yaml, with what is shown of the cases. */
export const home = (): HomeContent => only(contents);
/** The example of home.yaml, a chunk of its own. */
export const loadExample = (): Promise<Example> => only(examples)();
