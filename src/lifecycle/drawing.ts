import type { EventName } from '#casebook/case.ts';
import type { Moment, Move } from './moment.ts';

/** A box of the drawing, in px from the top left. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** An arrow between two boxes, right-angled, with the events that go along it. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly events: readonly EventName[];
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The innermost states. */
  readonly nodes: readonly Box[];
  /** States that hold others. An arrow from a frame starts in whichever of them is active. */
  readonly frames: readonly (Box & { readonly holds: readonly string[] })[];
  readonly edges: readonly Edge[];
}

const [COLUMN, ROW, W, H, MARGIN] = [150, 92, 120, 48, 76] as const;

/** Columns and rows of the nodes. */
const GRID: Readonly<Record<string, readonly [column: number, row: number]>> = {
  occurred: [0, 0],
  discovered: [1, 0],
  notified: [2, 0],
  investigating: [3, 0],
  coverageReview: [4, 0],
  denied: [6, 0],
  reserved: [3, 1],
  litigating: [2, 2],
  talking: [4, 2],
  consentAsked: [5, 2],
  consentGiven: [6, 2],
  fixed: [1, 4],
  claimFiled: [2, 4],
  assessing: [3, 4],
  payee: [4, 4],
  paid: [5, 4],
  subrogation: [6, 4],
  documentsRequested: [2, 5],
  closed: [7.2, 4],
  noClaim: [1, 6.4],
  circumstances: [2, 6.4],
  claimed: [3, 6.4],
  severalClaims: [4, 6.4],
  noCosts: [1, 7.8],
  costsApproved: [2, 7.8],
  costsUnapproved: [3, 7.8],
};

/** Frames around nodes, with their room on each side in px. */
const FRAMES: Readonly<Record<string, readonly [room: number, ...holds: string[]]>> = {
  negotiating: [18, 'talking', 'consentAsked', 'consentGiven'],
  settling: [18, 'fixed', 'claimFiled', 'documentsRequested', 'assessing', 'payee', 'paid', 'subrogation'],
  demand: [18, 'noClaim', 'circumstances', 'claimed', 'severalClaims'],
  response: [18, 'noCosts', 'costsApproved', 'costsUnapproved'],
};

type Side = 'N' | 'S' | 'E' | 'W';
/** From, its side and how far off the middle; to, likewise; the bends between in grid units, first along the way it leaves; events. */
type Row = readonly [from: string, out: Side, off: number, to: string, into: Side, off: number, bends: readonly number[], events: string];

const ARROWS: readonly Row[] = [
  ['occurred', 'E', 0, 'discovered', 'W', 0, [], 'discover receiveClaim'],
  ['occurred', 'S', 0, 'claimed', 'N', 0, [5.75], 'receiveClaim'],
  ['discovered', 'E', 0, 'notified', 'W', 0, [], 'notify'],
  ['notified', 'E', 0, 'investigating', 'W', 0, [], 'investigate'],
  ['investigating', 'E', 0, 'coverageReview', 'W', 0, [], 'review'],
  ['coverageReview', 'E', -9, 'denied', 'W', -9, [], 'deny'],
  ['denied', 'W', 9, 'coverageReview', 'E', 9, [], 'reconsider'],
  ['denied', 'E', 0, 'closed', 'N', 0, [], 'close'],
  ['coverageReview', 'S', -16, 'reserved', 'E', 0, [], 'reserve'],
  ['reserved', 'N', 0, 'investigating', 'S', 0, [], 'investigate'],
  ['coverageReview', 'S', 16, 'negotiating', 'N', -134, [], 'accept acceptInPart'],
  ['coverageReview', 'S', 0, 'claimFiled', 'N', -20, [1.45, 1.25, 3.15], 'accept acceptInPart'],
  ['negotiating', 'W', -10, 'litigating', 'E', -10, [], 'sue'],
  ['litigating', 'E', 10, 'negotiating', 'W', 10, [], 'settleSuit'],
  ['litigating', 'S', -52, 'settling', 'N', -277, [], 'fixLiability findNoLiability'],
  ['negotiating', 'S', 0, 'settling', 'N', 225, [], 'fixLiability findNoLiability'],
  ['negotiating', 'S', -150, 'claimFiled', 'N', 20, [3.15], 'fileClaim'],
  ['talking', 'E', 0, 'consentAsked', 'W', 0, [], 'askConsent'],
  ['consentAsked', 'E', 0, 'consentGiven', 'W', 0, [], 'giveConsent'],
  ['consentAsked', 'N', 0, 'talking', 'N', 20, [1.68], 'refuseConsent'],
  ['consentGiven', 'S', 0, 'settling', 'N', 375, [], 'fixLiability'],
  ['settling', 'W', 0, 'coverageReview', 'S', -40, [0.42, 0.5], 'receiveClaim receiveFurtherClaim'],
  ['fixed', 'E', 0, 'claimFiled', 'W', 0, [], 'fileClaim'],
  ['claimFiled', 'S', -14, 'documentsRequested', 'N', -14, [], 'requestDocuments'],
  ['documentsRequested', 'N', 14, 'claimFiled', 'S', 14, [], 'supplyDocuments'],
  ['claimFiled', 'E', 0, 'assessing', 'W', 0, [], 'assess'],
  ['assessing', 'E', 0, 'payee', 'W', 0, [], 'confirmPayee'],
  ['assessing', 'N', 20, 'denied', 'S', 0, [3.4, 6.62, 0.6], 'deny'],
  ['payee', 'E', 0, 'paid', 'W', 0, [], 'pay'],
  ['paid', 'E', 0, 'subrogation', 'W', 0, [], 'recover'],
  ['paid', 'S', 0, 'closed', 'S', 0, [4.7], 'close'],
  ['subrogation', 'E', 0, 'closed', 'W', 0, [], 'close'],
  ['noClaim', 'E', 0, 'circumstances', 'W', 0, [], 'reportCircumstances'],
  ['noClaim', 'S', 0, 'claimed', 'S', 0, [6.79], 'receiveClaim'],
  ['circumstances', 'E', 0, 'claimed', 'W', 0, [], 'receiveClaim'],
  ['claimed', 'E', 0, 'severalClaims', 'W', 0, [], 'receiveFurtherClaim'],
  ['noCosts', 'E', 0, 'costsApproved', 'W', 0, [], 'approveCosts'],
  ['noCosts', 'S', 0, 'costsUnapproved', 'S', 0, [8.19], 'spendWithoutApproval'],
  ['costsApproved', 'E', 0, 'costsUnapproved', 'W', 0, [], 'spendWithoutApproval'],
];

const px = { x: (column: number) => Math.round(column * COLUMN + MARGIN), y: (row: number) => Math.round(row * ROW + 44) };

const nodes: readonly Box[] = Object.entries(GRID).map(([id, [column, row]]) => ({
  id,
  x: px.x(column) - W / 2,
  y: px.y(row) - H / 2,
  w: W,
  h: H,
}));

const around = (id: string, boxes: readonly Box[], room: number): Box => {
  const [left, top] = [Math.min(...boxes.map((box) => box.x)) - room, Math.min(...boxes.map((box) => box.y)) - room];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.w)) + room, Math.max(...boxes.map((box) => box.y + box.h)) + room];
  return { id, x: left, y: top, w: right - left, h: bottom - top };
};

const frames = Object.entries(FRAMES).map(([id, [room, ...holds]]) => ({
  ...around(
    id,
    nodes.filter((node) => holds.includes(node.id)),
    room,
  ),
  holds,
}));

const boxOf = (id: string): Box => {
  const box = [...nodes, ...frames].find((each) => each.id === id);
  if (box === undefined) throw new Error(`the drawing has no box "${id}"`);
  return box;
};

const port = ({ x, y, w, h }: Box, side: Side, off: number): [number, number] => {
  if (side === 'N') return [x + w / 2 + off, y];
  if (side === 'S') return [x + w / 2 + off, y + h];
  return [side === 'W' ? x : x + w, y + h / 2 + off];
};

const edgeOf = ([from, out, outOff, to, into, intoOff, bends, events]: Row): Edge => {
  const [start, end] = [port(boxOf(from), out, outOff), port(boxOf(to), into, intoOff)];
  const points = [start];
  let at = start;
  let upright = out === 'N' || out === 'S';
  for (const bend of bends) {
    at = upright ? [at[0], px.y(bend)] : [px.x(bend), at[1]];
    points.push(at);
    upright = !upright;
  }
  const last: [number, number] = upright ? [at[0], end[1]] : [end[0], at[1]];
  if (last.join() !== end.join()) points.push(last);
  return { id: `${from}-${to}`, from, to, events: events.split(' ') as EventName[], points: [...points, end] };
};

/** The statechart as it is drawn: laid out by hand on a grid, and held against the machine by a test. */
export const drawing: Drawing = {
  width: px.x(7.2) + MARGIN,
  height: px.y(8.5),
  nodes,
  frames,
  edges: ARROWS.map(edgeOf),
};

const initialOf = (id: string): string => drawing.frames.find((frame) => frame.id === id)?.holds[0] ?? id;
const isIn = (leaf: string, id: string): boolean =>
  leaf === id || (drawing.frames.find((frame) => frame.id === id)?.holds.includes(leaf) ?? false);

const arrowsOf = (move: Move): readonly Edge[] => {
  const along = drawing.edges.filter(
    ({ events, from, to }) => events.includes(move.event) && move.from.some((leaf) => isIn(leaf, from)) && move.to.includes(initialOf(to)),
  );
  const isOwn = (edge: Edge): boolean => move.from.includes(edge.from);
  return along.filter((edge) => isOwn(edge) || !along.some((other) => isOwn(other) && other.to === edge.to));
};

/** The boxes and arrows on the way a claim has taken, to be lit. */
export const lit = (moment: Pick<Moment, 'moves'>): { readonly nodes: readonly string[]; readonly edges: readonly string[] } => ({
  nodes: [...new Set(['occurred', ...moment.moves.flatMap((move) => move.to)])],
  edges: [...new Set(moment.moves.flatMap((move) => arrowsOf(move).map((edge) => edge.id)))],
});
