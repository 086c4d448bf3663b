/** '2026-07-02' → 2026/07/02, in both languages. */
export function date(iso: string): string {
  return iso.replaceAll('-', '/');
}

/** 9000 basis points → 90%; 2950 → 29.5%. */
export function percent(basisPoints: number): string {
  return `${String(basisPoints / 100)}%`;
}

/**
 * A number with its thousands: 30000 → 30,000; 1234.56 → 1,234.56, with two decimals at most. Not by `Intl.NumberFormat`, whose first figure
 * takes a page longer than all it shows besides.
 */
export function count(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+(?!\d))/gu, ',');
}
