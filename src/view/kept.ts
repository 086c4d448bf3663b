/** A slider that is dragged to and fro passes the same terms again and again: so many of them are kept. */
const MOST = 64;

/** Works out what it has not worked out for the same key before, and forgets what was asked for longest ago. A null is not kept. */
export const kept = <Asked extends readonly unknown[], T extends object>(
  keyOf: (...asked: Asked) => string,
  workOut: (...asked: Asked) => T | null,
): ((...asked: Asked) => T | null) => {
  const known = new Map<string, T>();
  return (...asked) => {
    const key = keyOf(...asked);
    const found = known.get(key) ?? workOut(...asked);
    if (found === null) return null;
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return found;
  };
};
