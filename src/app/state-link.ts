import type { Address } from './address.ts';
import type { Visit } from './routes.ts';

/**
 * Puts the state of a screen into its address and keeps the language; but not once the address asks for something else, which may still be
 * loading. `names` are the parts of the query that say what the screen is about.
 */
export const stateLink = ({ address, rewrite }: Visit, names: readonly string[]) => {
  let here = address;
  const isHere = (now: Address): boolean =>
    now.path.join('/') === here.path.join('/') && names.every((name) => now.query[name] === here.query[name]);
  return (link: Readonly<Record<string, string>>): void =>
    rewrite((now) => {
      if (!isHere(now)) return now;
      const { l } = now.query;
      return (here = { path: now.path, query: { ...(l === undefined ? {} : { l }), ...link } });
    });
};
