/** Says what within an element is pointed at or has the focus, by its `data-key`: the same thing can be lit everywhere. Null for nothing. */
export const pointing = (onpoint: (key: string | null) => void) => (root: HTMLElement) => {
  let last: string | null = null;
  const point = (key: string | null) => {
    if (key !== last) onpoint((last = key));
  };
  const enter = ({ target }: Event) =>
    point(target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null) : null);
  const leave = () => point(null);
  const off = new AbortController();
  for (const event of ['pointerover', 'focusin']) root.addEventListener(event, enter, { signal: off.signal });
  for (const event of ['pointerleave', 'focusout']) root.addEventListener(event, leave, { signal: off.signal });
  return () => off.abort();
};
