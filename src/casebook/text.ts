/** A sentence of the content in both languages. It may hold placeholders such as `{loss.gift}` (see placeholder.ts). */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** Where a figure or statement comes from: 資料 (the source document), 実務 (general law or market practice), 仮定 (our assumption). */
export type From = 'document' | 'practice' | 'assumed';

/** Whose seat a decision is taken in: 事業者, 代理店, 保険会社. */
export type Seat = 'insured' | 'agency' | 'insurer';
