const BREAK = '\u200b';

/** The pieces between which a Japanese line may break. The build has put a zero-width space there (src/tools/budoux.ts). */
export function pieces(text: string): string[] {
  return text.split(BREAK);
}

/** The text without its break hints: for titles, labels and comparison. */
export function plain(text: string): string {
  return text.replaceAll(BREAK, '');
}
