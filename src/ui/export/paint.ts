import type { Part } from '#view/outcome.ts';
import type { Look } from '../chart/look.ts';

type Texture = 'solid' | 'dots' | 'hatch' | 'cross' | 'wide' | 'empty';

interface Coat {
  readonly colour: keyof Look;
  readonly texture: Texture;
}

const COATS: Readonly<Record<Part, Coat>> = {
  paid: { colour: 'pay', texture: 'solid' },
  open: { colour: 'unsettled', texture: 'wide' },
  deductible: { colour: 'deductible', texture: 'solid' },
  franchise: { colour: 'deductible', texture: 'solid' },
  ratio: { colour: 'ratio', texture: 'dots' },
  'per-head': { colour: 'over', texture: 'hatch' },
  limit: { colour: 'over', texture: 'hatch' },
  aggregate: { colour: 'over', texture: 'hatch' },
  'only-if-pays': { colour: 'excluded', texture: 'cross' },
  'not-covered': { colour: 'excluded', texture: 'cross' },
  excluded: { colour: 'excluded', texture: 'cross' },
  breach: { colour: 'deductible', texture: 'cross' },
  'not-owed': { colour: 'excluded', texture: 'empty' },
};

/** How a part is filled and edged, and whether words can stand on it bare. */
export interface Paint {
  readonly fill: string | CanvasPattern;
  readonly edge: string;
  readonly words: string | null;
}

const TILE: Readonly<Record<Exclude<Texture, 'solid' | 'empty'>, number>> = { dots: 8, hatch: 8, cross: 8, wide: 14 };

const made = new Map<string, CanvasPattern | string>();

/** A pattern is made once for each colour and screen. */
const pattern = (
  context: CanvasRenderingContext2D,
  texture: keyof typeof TILE,
  colour: string,
  ground: string,
  ratio: number,
): CanvasPattern | string => {
  const key = [texture, colour, ground, ratio].join();
  const known = made.get(key) ?? patternMade(context, texture, colour, ground, ratio);
  made.set(key, known);
  return known;
};

/** Draws lines or dots on a small tile in device pixels, so that they stay sharp on every screen. */
const patternMade = (
  context: CanvasRenderingContext2D,
  texture: keyof typeof TILE,
  colour: string,
  ground: string,
  ratio: number,
): CanvasPattern | string => {
  const size = TILE[texture] * ratio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = pen.fillStyle = colour;
  pen.lineWidth = (texture === 'wide' ? 2.5 : 1.75) * ratio;
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    pen.beginPath();
    pen.moveTo(x0 * size, y0 * size);
    pen.lineTo(x1 * size, y1 * size);
    pen.stroke();
  };
  if (texture === 'dots') {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, size, size);
    pen.fillStyle = ground;
    pen.beginPath();
    pen.arc(size / 2, size / 2, size / 6, 0, Math.PI * 2);
    pen.fill();
  } else {
    for (const shift of [-1, 0, 1]) line(shift, 1, shift + 1, 0);
    if (texture === 'cross') for (const shift of [-1, 0, 1]) line(shift, 0, shift + 1, 1);
  }
  const tiled = context.createPattern(tile, 'repeat');
  tiled?.setTransform(new DOMMatrix().scale(1 / ratio));
  return tiled ?? colour;
};

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The paint of a part. */
export const paintOf = (context: CanvasRenderingContext2D, part: Part, look: Look, ratio: number): Paint => {
  const { colour: name, texture } = COATS[part];
  const colour = String(look[name]);
  if (texture === 'empty') return { fill: look.surface, edge: colour, words: null };
  if (texture === 'solid') return { fill: colour, edge: colour, words: luminance(colour) > 0.2 ? '#000000' : '#ffffff' };
  return { fill: pattern(context, texture, colour, look.surface, ratio), edge: colour, words: null };
};
