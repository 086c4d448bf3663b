import { caseSummaries, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import type { Case } from '#casebook/case.ts';
import type { SheetSource } from '#view/sheet.ts';

/** Everything that a result or a printed page of a case is made of. */
export async function materialOf(of: Case): Promise<SheetSource> {
  const [policy, other, facts, general, summaries] = await Promise.all([
    loadPolicy(of.policy),
    of.alsoUnder ? loadPolicy(of.alsoUnder.policy) : null,
    loadFacts(),
    loadGeneral(),
    caseSummaries(),
  ]);
  if (!policy) throw new Error(`the policy ${of.policy} of case ${of.id} is missing`);
  const titles = Object.fromEntries(summaries.map((summary) => [summary.id, summary.title]));
  return { case: of, policy, ...(other ? { other } : {}), facts, general, titles };
}
