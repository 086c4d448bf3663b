import type { Problem } from '#casebook/read/problem.ts';
import type { Text } from '#casebook/text.ts';
import type { Branch } from '#lifecycle/check/map.ts';

/** A fault of the text with its place. */
export type OwnProblem = Problem;
/** The ways through a case as one tree. */
export type OwnBranch = Branch;

/** Why a file or text is not looked at. */
export type Why = Pick<Problem, 'found' | 'allowed' | 'remedy'>;

/** A file that was picked or dropped: its text, or why it has none, and the way to read it all the same. */
export type OpenedFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Why }
  | { readonly ok: false; readonly why: Why; readonly as: 'shift_jis' | 'utf-16le' | 'utf-16be'; readonly read: () => string };

/** What the check of a text came to. */
export type OwnChecked =
  | {
      readonly id: string;
      readonly title: Text;
      readonly japaneseOnly: boolean;
      readonly paths: number;
      readonly map: OwnBranch;
      /** Keeps the text that was checked; false where the browser refuses. */
      readonly keep: (name: string | null) => boolean;
    }
  | { readonly problems: readonly OwnProblem[] }
  | 'slow'
  | 'broken'
  | 'superseded';

/** A text on the editor's desk, with the file and the kept case it came from. */
export interface OwnText {
  readonly text: string;
  readonly name: string | null;
  readonly from: string | null;
}

/** A row of the kept cases. */
export interface OwnRow extends Pick<OwnText, 'text' | 'name'> {
  readonly id: string;
  readonly title: Text;
  readonly on: string;
}

/** Everything the screen for cases of one's own can do. */
export interface OwnDesk {
  readonly begin: OwnText;
  readonly template: () => Promise<string>;
  readonly opened: (file: File) => Promise<OpenedFile>;
  /** Why a pasted text is too long, if it is. */
  readonly tooLong: (text: string) => Why | undefined;
  readonly check: (text: string) => Promise<OwnChecked>;
  readonly kept: () => readonly OwnRow[];
  readonly drop: (id: string) => void;
  readonly keepDraft: (text: OwnText) => boolean;
  /** Whether nothing is lost when the text is taken off the desk. */
  readonly isKept: (text: OwnText) => boolean;
}
