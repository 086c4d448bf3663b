/** Plain data as an expression of the language. JSON alone would lose a fact that is set to be unknown (undefined). */
export const asCode = (value: unknown): string => {
  if (value === undefined) return 'void 0';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(asCode).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}:${asCode(one)}`)
    .join(',')}}`;
};
