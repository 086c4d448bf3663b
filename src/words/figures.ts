const group = new Intl.NumberFormat('ja-JP');

/** '2026-07-02' → 2026/07/02, in both languages. */
export function date(iso: string): string {
  return iso.replaceAll('-', '/');
}

/** 9000 basis points → 90%; 2950 → 29.5%. */
export function percent(basisPoints: number): string {
  return `${String(basisPoints / 100)}%`;
}

/** A count with its thousands: 30000 → 30,000. */
export function count(value: number): string {
  return group.format(value);
}
