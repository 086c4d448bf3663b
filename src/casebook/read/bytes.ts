import type { Fault } from './problem.ts';

/** The ways of writing text that we can tell from UTF-8 and read all the same when asked to. */
export type OtherEncoding = 'shift_jis' | 'utf-16le' | 'utf-16be';

/** The text of a file, or why it is none. `as` is how it could be read. A byte order mark stays in the text. */
export type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: Omit<Fault, 'path'>; readonly as?: OtherEncoding };

/** The most bytes of a file that is opened in the browser. */
export const MOST_BYTES = 1_000_000;

const allowed = 'a text file in UTF-8';

/** Why a file of this size is not opened at all. */
export const tooLarge = (bytes: number): Omit<Fault, 'path'> | undefined =>
  bytes > MOST_BYTES
    ? {
        found: `a file of ${bytes} bytes`,
        allowed: `at most ${MOST_BYTES} bytes`,
        remedy: 'check that it is the file you meant; a case takes about 60,000 bytes',
      }
    : undefined;

/** The text of the bytes in an encoding; null where they are none in it. */
export const decodedAs = (bytes: Uint8Array, encoding: 'utf-8' | OtherEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    return null;
  }
};

/** Which UTF-16 it is: by its mark, or by every second byte of its plain letters being zero. */
const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  start.forEach((byte, i) => byte === 0 && (zeros[i % 2] = (zeros[i % 2] ?? 0) + 1));
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
};

const CONTROL = /[\0-\u0008\u000e-\u001a\u001c-\u001f]/u;

/** Whether a text decoded as Shift_JIS is clearly Japanese, and not bytes of anything that happen to decode. */
const isJapanese = (text: string): boolean => {
  const letters = text.match(/[^\0-\u007f]/gu)?.length ?? 0;
  const common = text.match(/[\p{sc=Hiragana}\u30a1-\u30ff\u4e00-\u9fff、。「」（）ー：・]/gu)?.length ?? 0;
  return letters > 0 && common > letters * 0.9 && !CONTROL.test(text);
};

/** The text of a file's bytes. Never throws. */
export const decoded = (bytes: Uint8Array): Decoded => {
  const wide = utf16(bytes);
  if (wide !== undefined && decodedAs(bytes, wide) !== null) {
    return {
      ok: false,
      why: { found: 'a file saved in UTF-16', allowed, remedy: 'open it in an editor and save it again with the encoding UTF-8' },
      as: wide,
    };
  }
  const text = decodedAs(bytes, 'utf-8');
  if (text !== null && !CONTROL.test(text)) return { ok: true, text };
  const japanese = text === null ? decodedAs(bytes, 'shift_jis') : null;
  if (japanese !== null && isJapanese(japanese)) {
    return {
      ok: false,
      why: { found: 'a file saved in Shift_JIS', allowed, remedy: 'open it in an editor and save it again with the encoding UTF-8' },
      as: 'shift_jis',
    };
  }
  return {
    ok: false,
    why: { found: 'a file that is not text', allowed, remedy: 'choose a YAML or JSON file; pictures, Excel and Word files are not read' },
  };
};
