/** The address of the glossary, or of one of its terms. */
export const glossaryHref = (id?: string): string => (id === undefined ? '#/glossary' : `#/glossary/${encodeURIComponent(id)}`);
