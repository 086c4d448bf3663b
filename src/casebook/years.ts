import type { Year } from './year.ts';

const years = import.meta.glob<readonly Year[]>('/scenarios/years.yaml', { import: 'default' });

/** The policy years, in the order of their file. */
export const loadYears = async (): Promise<readonly Year[]> => (await Object.values(years)[0]?.()) ?? [];
