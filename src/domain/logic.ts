/** Three-valued logic (Kleene): a fact is so, is not so, or is not known yet (null). */
export type Truth = true | false | null;

export const not = (a: Truth): Truth => (a === null ? null : !a);

/** No as soon as one is no; otherwise not known while one is not known. */
export const all = (truths: readonly Truth[]): Truth => (truths.includes(false) ? false : truths.includes(null) ? null : true);

/** Yes as soon as one is yes; otherwise not known while one is not known. */
export const any = (truths: readonly Truth[]): Truth => (truths.includes(true) ? true : truths.includes(null) ? null : false);
