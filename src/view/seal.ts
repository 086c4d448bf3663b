/** Notices any change of a text: FNV-1a in 32 bits, in base 36. */
export const sealOf = (text: string): string => hashOf(text).toString(36);

/** FNV-1a: a whole number from 0 to 2^32 − 1. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
};
