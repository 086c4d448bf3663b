/** The colours and sizes a chart is drawn with, read from the style sheet: one meaning, one colour. */
export interface Look {
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly surface: string;
  readonly claim: string;
  readonly pay: string;
  readonly deductible: string;
  readonly ratio: string;
  readonly over: string;
  readonly excluded: string;
  readonly unsettled: string;
  readonly family: string;
  readonly size: number;
}

const NAMES = {
  ink: '--ink',
  faint: '--ink-3',
  line: '--hairline',
  surface: '--surface',
  claim: '--claim',
  pay: '--pay',
  deductible: '--deductible',
  ratio: '--ratio',
  over: '--over',
  excluded: '--excluded',
  unsettled: '--unsettled',
  family: '--font-sans',
} as const;

/** The look of the page as it is. Text is 13 px on a phone, 14 px from 768 px. */
export const lookOf = (): Look => {
  const style = getComputedStyle(document.documentElement);
  const read = Object.fromEntries(Object.entries(NAMES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]));
  return { ...(read as Record<keyof typeof NAMES, string>), size: innerWidth < 768 ? 13 : 14 };
};

/** The look on paper: always the light one, whatever is on screen. */
export const paperLook = (): Look => {
  const root = document.documentElement;
  const now = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  const look = { ...lookOf(), size: 13, ink: '#000000', faint: '#333333' };
  if (now === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = now;
  return look;
};

/** The font must be there before a canvas is drawn: text drawn earlier stays in another face. */
export const fontsReady = (): Promise<unknown> =>
  Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 14px "Noto Sans JP"`, '保険金')));
