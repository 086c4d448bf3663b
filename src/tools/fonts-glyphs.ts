import subsetFont from 'subset-font';

/** The code points that a font has glyphs for, read from its character map. */
export async function charactersOf(woff2: Buffer): Promise<ReadonlySet<number>> {
  const font = await subsetFont(woff2, undefined, { targetFormat: 'sfnt', keepAllGlyphs: true });
  const cmap = tableAt(font, 'cmap');
  const found = new Set<number>();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, found);
    if (format === 12) readGroups(font, table, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

function readSegments(font: Buffer, table: number, found: Set<number>): void {
  const twice = font.readUInt16BE(table + 6);
  for (let at = 0; at < twice; at += 2) {
    const last = font.readUInt16BE(table + 14 + at);
    const first = font.readUInt16BE(table + 16 + twice + at);
    for (let c = first; c <= last && c < 0xffff; c++) found.add(c);
  }
}

function readGroups(font: Buffer, table: number, found: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(table + 12); i++) {
    const group = table + 16 + i * 12;
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c++) found.add(c);
  }
}
