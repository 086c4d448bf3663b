import { drawing, lit } from '#lifecycle/drawing.ts';
import type { Moment } from '#lifecycle/moment.ts';

/** A box of the drawing with its place in px; `id` names its words. */
export interface DrawnBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly passed: boolean;
  readonly now: boolean;
}

/** The lifecycle drawing with the way taken lit. */
export interface DrawingView {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnBox[];
  readonly frames: readonly DrawnBox[];
  readonly edges: readonly { readonly id: string; readonly points: string; readonly passed: boolean }[];
  /** The states passed in their order: what the drawing says in words. */
  readonly path: readonly string[];
}

/** The innermost states the claim is in, one per region. */
const activeIn = (moves: Moment['moves']): ReadonlySet<string> => {
  const active = new Set(['occurred']);
  for (const { from, to } of moves) {
    for (const leaf of from) active.delete(leaf);
    for (const leaf of to) active.add(leaf);
  }
  return active;
};

/** The drawing at a moment. */
export const drawingOf = (moment: Pick<Moment, 'moves' | 'path'>): DrawingView => {
  const way = lit(moment);
  const active = activeIn(moment.moves);
  const boxOf = ({ id, x, y, w, h }: (typeof drawing.nodes)[number], holds: readonly string[]): DrawnBox => ({
    ...{ id, x, y, w, h },
    passed: holds.some((leaf) => way.nodes.includes(leaf)),
    now: holds.some((leaf) => active.has(leaf)),
  });
  return {
    width: drawing.width,
    height: drawing.height,
    nodes: drawing.nodes.map((node) => boxOf(node, [node.id])),
    frames: drawing.frames.map((frame) => boxOf(frame, frame.holds)),
    edges: drawing.edges.map(({ id, points }) => ({
      id,
      points: points.map((point) => point.join()).join(' '),
      passed: way.edges.includes(id),
    })),
    path: moment.path,
  };
};
