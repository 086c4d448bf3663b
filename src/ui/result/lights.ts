/** What lights a thing in all views while it is pointed at or has the focus. */
export const lights = (key: string | null, onlit: ((key: string | null) => void) | undefined) =>
  onlit === undefined
    ? {}
    : {
        onpointerenter: () => onlit(key),
        onpointerleave: () => onlit(null),
        onfocusin: () => onlit(key),
        onfocusout: () => onlit(null),
      };
