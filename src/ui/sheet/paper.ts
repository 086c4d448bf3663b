/** What a page of A4 holds within margins of 15 mm, in CSS pixels; a little is kept for rounding. */
export const PAGE = ((297 - 2 * 15) / 25.4) * 96 * 0.985;

/**
 * How a page of a sheet is made to hold what it should, from all of it in usual type to the least in the smallest: `drop-1` leaves out what
 * follows a choice, `drop-2` the reasons of wrong choices, the words of document lines and ids, `drop-3` what would change a decision and lesser
 * columns, `drop-4` who is who and the bars, `drop-5` the situations, which the learner's sheet has, and the items of the working.
 */
const FITS = [
  '',
  'size-1',
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

/**
 * Gives each page of the sheet the fullest way in which it stays one page. For that the sheet is laid out for a moment as on paper (the classes
 * `paper-size` and `measured`), so that no guess about type is needed.
 */
export function fitPages(sheet: HTMLElement): void {
  const wasPaper = sheet.classList.contains('paper-size');
  sheet.classList.add('paper-size', 'measured');
  for (const page of sheet.querySelectorAll<HTMLElement>('.page')) {
    for (const fit of FITS) {
      page.dataset['fit'] = fit;
      if (page.getBoundingClientRect().height <= PAGE) break;
    }
  }
  sheet.classList.remove('measured');
  if (!wasPaper) sheet.classList.remove('paper-size');
}
