/** The height of a page of A4 within margins of 15 mm, in CSS pixels. */
const PAGE = ((297 - 2 * 15) / 25.4) * 96;

/**
 * How a sheet is brought onto its pages, from all of it in usual type to the least in the smallest: `drop-1` leaves out what follows a choice,
 * `drop-2` the reasons of wrong choices, the words of document lines and ids, `drop-3` what would change a decision and lesser columns, `drop-4`
 * what the working says too, `drop-5` what stands on the learner's sheet.
 */
export const FITS = [
  '',
  'drop-1',
  'drop-1 size-1',
  'drop-1 size-2',
  'drop-1 drop-2 size-1',
  'drop-1 drop-2 size-2',
  'drop-1 drop-2 drop-3 size-2',
  'drop-1 drop-2 drop-3 size-2 size-3',
  'drop-1 drop-2 drop-3 drop-4 size-2 size-3',
  'drop-1 drop-2 drop-3 drop-4 drop-5 size-2 size-3',
] as const;
export type Fit = (typeof FITS)[number];
export const LEAST: Fit = 'drop-1 drop-2 drop-3 drop-4 drop-5 size-2 size-3';

/**
 * The fullest way in which the sheet keeps to so many pages. It is laid out for a moment as on paper (the classes `paper-size` and `measured`), so that no guess
 * about fonts is needed. Breaks between blocks leave some of each page empty: `slack` is what is kept for that, as a part of a page.
 */
export function fitTo(pages: number, sheet: HTMLElement, slack = 0.06): Fit {
  const before = sheet.dataset['fit'];
  const wasPaper = sheet.classList.contains('paper-size');
  sheet.classList.add('paper-size', 'measured');
  const found = FITS.find((fit) => {
    sheet.dataset['fit'] = fit;
    return sheet.getBoundingClientRect().height <= (pages - slack) * PAGE;
  });
  sheet.classList.remove('measured');
  if (!wasPaper) sheet.classList.remove('paper-size');
  if (before !== undefined) sheet.dataset['fit'] = before;
  return found ?? LEAST;
}
