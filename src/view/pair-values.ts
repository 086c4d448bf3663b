import type { FactBook } from '#casebook/policy.ts';
import type { From } from '#casebook/text.ts';
import { namesOfTerm, namesUsed } from '#domain/policy/names.ts';
import type { Name, Pool, Value } from '#domain/policy/wording.ts';
import { both, namesOf, type Both, type ClauseRow, type PairReading, type Readings, type ValueCell, type ValueRow } from './pair-rows.ts';
import { shown } from './shown.ts';

/** The provenance of a fact of a case: as given, as a document line says, or what the best way did. */
const fromOf = ({ case: of, other, set }: PairReading, name: string): From => {
  if (name in set.facts) return 'assumed';
  const given = of.given[name] ?? (other ? of.alsoUnder?.given[name] : undefined);
  const line = of.documents.flatMap(({ lines }) => lines).find(({ facts }) => name in facts);
  return given?.from ?? line?.from ?? 'assumed';
};

/** The facts that decided the clauses that come out otherwise on the two sides. */
export const factRows = (readings: Readings, rows: readonly ClauseRow[], book: FactBook): readonly ValueRow[] => {
  const findings = both(readings, ({ result }) => new Map(result.findings.map((finding) => [finding.clause, finding])));
  const decisive = rows
    .filter(({ differs }) => differs)
    .flatMap(({ cells }) =>
      cells.flatMap((cell, i) => {
        const finding = cell ? findings[i]?.get(cell.clause.id) : undefined;
        return finding ? [...finding.decidedBy, ...finding.needs] : [];
      }),
    );
  const asked = both(readings, ({ policy }) => new Set<string>(namesUsed(policy.wording)));
  return [...new Set(decisive)].flatMap((name): ValueRow[] => {
    const fact = book[name];
    if (!fact) return [];
    const at = (reading: PairReading, asks: boolean): ValueCell => {
      const value = reading.claim.facts[name];
      const words = 'valueLabels' in fact ? fact.valueLabels : undefined;
      return {
        label: fact.label,
        value: !asks || value === undefined ? null : shown(fact.type, value, words),
        from: fromOf(reading, name),
        absent: !asks,
      };
    };
    const cells: Both<ValueCell> = [at(readings[0], asked[0].has(name)), at(readings[1], asked[1].has(name))];
    return [{ id: name, label: fact.label, cells, differs: isOther(cells) }];
  });
};

const isOther = ([a, b]: Both<ValueCell>): boolean => a.absent !== b.absent || JSON.stringify(a.value) !== JSON.stringify(b.value);

/** The schedule entries that the money of this claim asks for: the terms and conditions of every pool that takes one of its items, or holds one that does. */
const entriesAsked = ({ policy, claim }: PairReading): readonly string[] => {
  const takes = (pool: Pool): boolean =>
    claim.losses.some(({ side, head }) => {
      const heads = pool.takes?.[side];
      return heads === 'all' || (heads?.includes(head) ?? false);
    }) || (pool.of ?? []).some(takes);
  const ofPool = ({ when, terms }: Pool): readonly Name[] => [
    ...(when ? namesOf(when) : []),
    ...terms.flatMap((term) => [...namesOfTerm(term), ...(term.when ? namesOf(term.when) : [])]),
  ];
  const names = (pool: Pool): readonly string[] => (takes(pool) ? [...ofPool(pool), ...(pool.of ?? []).flatMap(names)] : []);
  return names(policy.wording.pool);
};

/** The schedules, entry by entry, as far as they bear on either claim. */
export const scheduleRows = (readings: Readings, rows: readonly ClauseRow[]): readonly ValueRow[] => {
  const asked = new Set(
    readings.flatMap((reading, i) => {
      const ids = new Set(rows.flatMap(({ cells, differs }) => (differs ? (cells[i]?.clause.id ?? []) : [])));
      const decisive = reading.result.findings
        .filter(({ clause }) => ids.has(clause))
        .flatMap(({ decidedBy, needs }) => [...decidedBy, ...needs]);
      return [...decisive, ...entriesAsked(reading)];
    }),
  );
  const names = [...new Set(readings.flatMap(({ policy }) => Object.keys(policy.schedule)))];
  return names.flatMap((name): ValueRow[] => {
    const entries = both(readings, ({ policy }) => policy.schedule[name]);
    const label = (entries[0] ?? entries[1])?.label;
    if (!label || !asked.has(name)) return [];
    const at = ({ case: of, other, set, claim, policy }: PairReading): ValueCell => {
      const entry = policy.schedule[name];
      if (!entry) return { label, value: null, from: 'assumed', absent: true };
      const agreed = (other ? of.alsoUnder?.schedule : of.schedule)?.[name];
      const value: Value = claim.schedule?.[name] ?? entry.value;
      return {
        label: entry.label,
        value: shown(entry.type, value, entry.values),
        from: name in set.schedule ? 'assumed' : (agreed?.from ?? entry.from),
        absent: false,
      };
    };
    const cells = both(readings, at);
    return [{ id: name, label, cells, differs: isOther(cells) }];
  });
};
