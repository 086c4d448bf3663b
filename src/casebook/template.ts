const found = import.meta.glob<string>('/scenarios/template.yaml', { query: '?raw', import: 'default' });

/** The commented template of a case file, as it is written. */
export const loadTemplate = (): Promise<string> => {
  const load = Object.values(found)[0];
  if (!load) throw new Error('scenarios/template.yaml is missing from the build');
  return load();
};
