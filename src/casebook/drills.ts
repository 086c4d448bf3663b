import type { Drill, DrillSummary } from './drill.ts';

/** The door to scenarios/drills in the browser, apart from index.ts so that the first view does not grow with the number of drills. */

const drills = import.meta.glob<Drill>('/scenarios/drills/*.yaml', { import: 'default' });
const found = import.meta.glob<DrillSummary>('/scenarios/drills/*.yaml', { query: '?summary', import: 'default', eager: true });

/** What the list shows of every drill, in the order of their ids. */
export const drillSummaries: readonly DrillSummary[] = Object.values(found).sort((a, b) => (a.id < b.id ? -1 : 1));

/** A whole drill; null when there is none of this id. */
export const loadDrill = (id: string): Promise<Drill | null> => {
  const path = `/scenarios/drills/${id}.yaml`;
  return Object.hasOwn(drills, path) ? (drills[path]?.() ?? Promise.resolve(null)) : Promise.resolve(null);
};
