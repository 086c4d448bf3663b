/** What begins the id of every case that somebody wrote, so that none can be taken for a case of ours. */
export const OWN = 'own-';

/** The id under which a case of somebody's own is kept and played: letters, digits and hyphens, as an address and a link take them. */
export const ownId = (id: string): string => OWN + id.replace(/[^A-Za-z0-9-]/gu, '-').slice(0, 40);
