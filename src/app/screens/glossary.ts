import { loadGlossary } from '#casebook/glossary.ts';
import { clauseTexts } from '#casebook/policy.ts';
import GlossaryScreen from '#ui/glossary/GlossaryScreen.svelte';
import { termSections } from '#view/glossary-list.ts';
import { glossaryText } from '#words/glossary.ts';
import { locale, pick } from '#words/locale.svelte.ts';
import { allPolicies } from '../content.ts';
import type { Screen, Visit } from '../routes.ts';

/** 用語集, perhaps at one of its terms. */
export async function load({ address }: Visit): Promise<Screen | null> {
  const [, id, ...more] = address.path;
  if (more.length > 0) return null;
  const [glossary, policies] = await Promise.all([loadGlossary(), allPolicies()]);
  const clauses = new Map(policies.flatMap((policy) => [...clauseTexts(policy)]));
  const chosen = glossary.find((term) => term.id === id)?.id ?? null;
  return {
    name: 'glossary',
    title: () => pick(glossaryText).title,
    nav: 'policy',
    component: GlossaryScreen,
    props: {
      sections: (word: string) => termSections(glossary, clauses, locale(), word),
      chosen,
      unknown: id !== undefined && chosen === null,
    },
    arrived: () => {
      if (chosen !== null) document.getElementById(`term-${chosen}`)?.scrollIntoView();
    },
  };
}
