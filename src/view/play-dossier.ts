import type { Case, CaseDocument, DocumentLine, Party } from '#casebook/case.ts';
import type { From, Text } from '#casebook/text.ts';
import type { Moment } from '#lifecycle/moment.ts';
import type { Ground } from './play-ground.ts';
import type { Filler } from './play-fill.ts';
import { type Shown, shown } from './shown.ts';

/** A fact in words, as a line revealed it. */
export interface FoundFact {
  readonly id: string;
  readonly label: Text;
  readonly value: Shown;
  readonly from: From;
  /** The line it stands in. */
  readonly line: string;
  readonly by: 'player' | 'report';
}

export interface LineView {
  readonly id: string;
  readonly text: Text;
  readonly from: From;
  readonly read: 'player' | 'report' | null;
  /** What it revealed; empty while it is unread. */
  readonly facts: readonly FoundFact[];
}

export interface DocumentView {
  readonly id: string;
  readonly kind: CaseDocument['kind'];
  readonly title: Text;
  readonly on: string | null;
  readonly lines: readonly LineView[];
}

/** The case file: what a person has at hand at any time. */
export interface DossierView {
  readonly title: Text;
  readonly summary: Text;
  readonly policy: { readonly id: string; readonly title: Text };
  readonly parties: readonly Party[];
  readonly schedule: readonly { readonly id: string; readonly label: Text; readonly value: Shown; readonly from: From }[];
  readonly documents: readonly DocumentView[];
  readonly facts: readonly FoundFact[];
  /** How many lines of the documents at hand carry facts. */
  readonly lines: { readonly read: number; readonly all: number };
}

const arrivedAt = (of: Case, moment: Moment): readonly CaseDocument[] => {
  const ids = moment.timeline.flatMap((entry) => (entry.kind === 'documents' ? entry.documents : []));
  return of.documents.filter((document) => ids.includes(document.id));
};

const factsIn = (ground: Ground, line: DocumentLine, by: 'player' | 'report'): FoundFact[] =>
  Object.entries(line.facts).flatMap(([id, value]) => {
    const fact = ground.facts[id];
    if (fact === undefined || value === undefined) return [];
    return [{ id, label: fact.label, value: shown(fact.type, value, fact.valueLabels), from: line.from, line: line.id, by }];
  });

const lineView = (ground: Ground, moment: Moment, filled: Filler, line: DocumentLine): LineView => {
  const read = moment.lines[line.id] ?? null;
  return { id: line.id, text: filled(line.text), from: line.from, read, facts: read === null ? [] : factsIn(ground, line, read) };
};

/** The case file as the moment has it. */
export const dossierOf = (ground: Ground, moment: Moment, filled: Filler): DossierView => {
  const { case: of, policy } = ground;
  const documents = arrivedAt(of, moment).map(({ id, kind, title, on, lines }): DocumentView => ({
    id,
    kind,
    title,
    on: on ?? null,
    lines: lines.map((line) => lineView(ground, moment, filled, line)),
  }));
  const lines = documents.flatMap((document) => document.lines);
  return {
    title: of.title,
    summary: filled(of.summary),
    policy: { id: policy.id, title: policy.title },
    parties: of.parties,
    schedule: Object.entries(policy.schedule).map(([id, entry]) => {
      const set = of.schedule[id];
      return { id, label: entry.label, value: shown(entry.type, set?.value ?? entry.value, entry.values), from: set?.from ?? entry.from };
    }),
    documents,
    facts: lines.flatMap((line) => line.facts),
    lines: { read: lines.filter((line) => line.read !== null).length, all: lines.length },
  };
};
