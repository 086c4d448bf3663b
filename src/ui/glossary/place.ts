const GAP = 6;
const MARGIN = 8;

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where a box of a size stands beside a word of one or more lines: under its last line, above its first where there is no room
 * below, and never outside the window.
 */
export function placeBeside(
  first: Edges,
  last: Edges,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const within = (value: number, length: number, whole: number): number => Math.max(MARGIN, Math.min(value, whole - MARGIN - length));
  const below = last.bottom + GAP;
  const above = first.top - GAP - size.height;
  const isBelow = below + size.height <= room.height - MARGIN || above < MARGIN;
  return {
    left: within(isBelow ? last.left : first.left, size.width, room.width),
    top: within(isBelow ? below : above, size.height, room.height),
  };
}
