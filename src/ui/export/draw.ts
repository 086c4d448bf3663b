import type { Leaflet } from '#view/leaflet.ts';
import { type Look, paperLook } from '../chart/look.ts';
import { paintOf } from './paint.ts';
import { layoutOf, PICTURE } from './layout.ts';
import type { Mark } from './picture.ts';

/** Patterns are drawn twice as large as on screen: they must show on a wall. */
const LARGE = 2;

const fontOf = (look: Look, size: number, weight: 400 | 700): string => `${String(weight)} ${String(size)}px ${look.family}`;

/** Draws a leaflet on a canvas of its own: 1920 × 1080 px, white, in the light colours whatever is on screen. */
export const drawLeaflet = async (leaflet: Leaflet): Promise<HTMLCanvasElement> => {
  const look = paperLook();
  // Each letter of the picture must be there in our face before it is measured: rare ones come in files of their own. One that cannot be fetched
  // is drawn in another face.
  const letters = [...new Set(JSON.stringify(leaflet))].join('');
  await Promise.allSettled(([400, 700] as const).map((weight) => document.fonts.load(fontOf(look, 20, weight), letters)));
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, PICTURE.width, PICTURE.height);
  const marks = layoutOf(leaflet, (text, size, weight) => {
    context.font = fontOf(look, size, weight);
    return context.measureText(text).width;
  });
  for (const mark of marks) paint(context, mark, look);
  return canvas;
};

const paint = (context: CanvasRenderingContext2D, mark: Mark, look: Look): void => {
  const { x, y, w, h } = mark;
  context.save();
  switch (mark.kind) {
    case 'text':
      words(context, mark, look);
      break;
    case 'fill': {
      const { fill, edge } = paintOf(context, mark.part, look, LARGE);
      context.scale(LARGE, LARGE);
      context.fillStyle = fill;
      context.fillRect(x / LARGE, y / LARGE, w / LARGE, h / LARGE);
      context.scale(1 / LARGE, 1 / LARGE);
      context.strokeStyle = edge;
      context.lineWidth = 2;
      if (w > 4 && h > 4) context.strokeRect(x + 1, y + 1, w - 2, h - 2);
      break;
    }
    case 'frame':
      if (mark.dashed) context.setLineDash([10, 6]);
      context.strokeStyle = look.ink;
      context.lineWidth = mark.thick;
      context.strokeRect(x, y, w, h);
      break;
    case 'rule':
      context.fillStyle = mark.strong ? look.ink : look.line;
      context.fillRect(x, y - 1, w, mark.strong ? 2 : 1);
  }
  context.restore();
};

/** Words that stand on a pattern get a white ground of their own. */
const words = (
  context: CanvasRenderingContext2D,
  { text, x, y, w, h, size, weight, faint, on }: Extract<Mark, { kind: 'text' }>,
  look: Look,
): void => {
  const colour = on === null ? (faint ? look.faint : look.ink) : paintOf(context, on, look, LARGE).words;
  if (colour === null) {
    context.fillStyle = look.surface;
    context.fillRect(x - 5, y + (h - size) / 2 - 1, w + 10, size + 2);
  }
  context.font = fontOf(look, size, weight);
  context.textBaseline = 'middle';
  context.fillStyle = colour ?? look.ink;
  context.fillText(text, x, y + h / 2);
};

/** The leaflet as a picture file. */
export const pictureOf = async (leaflet: Leaflet): Promise<Blob> => {
  const canvas = await drawLeaflet(leaflet);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('this browser makes no picture'))), 'image/png');
  });
};
