import type { Case } from '#casebook/case.ts';
import type { From, Text } from '#casebook/text.ts';
import { OPTIONS, type Option } from '#casebook/names.ts';
import { shuffled } from './shuffled.ts';
import type { ResultSource } from './result-ground.ts';
import { shown, type Shown } from './shown.ts';

/** What the sheets of a case are made of. */
export type SheetSource = Omit<ResultSource, 'moment' | 'played'>;

export interface TermRow {
  readonly id: string;
  readonly label: Text;
  readonly value: Shown;
  readonly from: From;
}

/** What both sheets of a case begin with. */
export interface SheetHead {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly kind: Case['kind'];
  readonly industry: Text;
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  readonly source: Pick<Case['source'], 'document' | 'passage' | 'says'>;
  readonly policy: { readonly id: string; readonly version: number; readonly title: Text };
  readonly other: Text | null;
  readonly goal: Text;
  readonly summary: Text;
  readonly parties: Case['parties'];
  readonly schedule: readonly TermRow[];
}

export const sheetHead = ({ case: of, policy, other }: SheetSource, filled: (text: Text) => Text): SheetHead => ({
  id: of.id,
  version: of.version,
  title: of.title,
  kind: of.kind,
  industry: of.industry,
  difficulty: of.difficulty,
  minutes: of.minutes,
  source: { document: of.source.document, passage: of.source.passage, says: of.source.says },
  policy: { id: policy.id, version: policy.version, title: policy.title },
  other: other?.title ?? null,
  goal: filled(of.goal),
  summary: filled(of.summary),
  parties: of.parties,
  schedule: Object.entries(policy.schedule).map(([id, entry]) => ({
    id,
    label: entry.label,
    value: shown(entry.type, of.schedule[id]?.value ?? entry.value, entry.values),
    from: of.schedule[id]?.from ?? entry.from,
  })),
});

/** What a line of a document is called on both sheets: 2-1 is the first line of the second document. */
export const lineNumber = (document: number, line: number): string => `${String(document + 1)}-${String(line + 1)}`;

/** The order in which the choices of a decision stand: that of the play screen, on both sheets. */
export const orderOf = (of: Case, decision: string): readonly Option[] => shuffled(OPTIONS, `${of.id} ${decision}`, (option) => option);
