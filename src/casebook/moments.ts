import type { LabMoment } from './moment.ts';

const moments = import.meta.glob<readonly LabMoment[]>('/scenarios/moments.yaml', { import: 'default' });

/** What the lab shows with one tap, in the order of the file. */
export const loadMoments = async (): Promise<readonly LabMoment[]> => (await Object.values(moments)[0]?.()) ?? [];
