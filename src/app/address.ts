import type { Locale } from '#words/locale.svelte.ts';

/** A hash address, e.g. `#/play/IT-15?seats=all&l=en`. */
export interface Address {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Reads the hash of an address. Parts that cannot be decoded stay as they are: they lead to the not-found screen. */
export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decode), query: Object.fromEntries(new URLSearchParams(query)) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Writes an address as a hash. */
export function writeAddress({ path, query }: Address): string {
  const search = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

/** The same address with an entry of its query changed, or taken out for undefined. */
export function withQuery({ path, query }: Address, name: string, value: string | undefined): Address {
  const rest = Object.entries(query).filter(([key]) => key !== name);
  return { path, query: Object.fromEntries(value === undefined ? rest : [...rest, [name, value]]) };
}

/** The language that an address asks for. */
export function languageOf({ query }: Address): Locale | undefined {
  return query['l'] === 'ja' || query['l'] === 'en' ? query['l'] : undefined;
}
