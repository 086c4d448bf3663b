import type { Finding, Result } from '../assessment.ts';
import type { Truth } from '../logic.ts';
import type { Clause, ClauseId, Condition, Exception, Name, Wording } from '../policy/wording.ts';
import { conditionOf, type Clauses, type Ready } from './condition.ts';
import type { Places, World } from './world.ts';

interface Rule {
  readonly id: ClauseId;
  readonly when: Condition;
  readonly except: readonly Exception[];
}

/** A clause or an exception made ready: its own condition, and the places of the exceptions written on it. */
interface ReadyRule {
  readonly id: ClauseId;
  readonly own: Ready;
  readonly except: readonly number[];
}

/** The clauses of a wording ready to be decided in a world. */
export interface Coverage {
  /** Whether the clause at this place is met: its condition holds and no exception of it is met. */
  readonly truth: (place: number, world: World) => Truth;
  /** Adds the names behind it: those that settled it, or those it still needs. */
  readonly explain: (place: number, world: World, into: Name[]) => void;
  /** One finding per clause, in the order written. All are decided: none is skipped because another already applies. */
  readonly findings: (world: World) => Finding[];
}

/** Every clause and exception, each clause before the exceptions written on it. The place in this list is the place in a world. */
export const rulesOf = (wording: Wording): Rule[] => {
  const withExceptions = (rule: Rule): Rule[] => [rule, ...rule.except.flatMap(withExceptions)];
  return wording.clauses.flatMap(withExceptions);
};

/** The clauses of a wording made ready. */
export const coverageOf = (wording: Wording, places: Places): Coverage => {
  const ready: ReadyRule[] = [];
  const truth = (place: number, world: World): Truth => {
    const known = world.met[place];
    if (known !== undefined) return known;
    const decided = decide(ready[place] as ReadyRule, world);
    world.met[place] = decided;
    return decided;
  };
  const decide = (rule: ReadyRule, world: World): Truth => {
    const own = rule.own.test(world);
    if (own === false) return false;
    const except = excepted(rule, world);
    return except === true ? false : except === null ? null : own;
  };
  const excepted = (rule: ReadyRule, world: World): Truth => {
    let open = false;
    for (const place of rule.except) {
      const one = truth(place, world);
      if (one === true) return true;
      if (one === null) open = true;
    }
    return open ? null : false;
  };
  const explain = (place: number, world: World, into: Name[]): void => {
    const rule = ready[place] as ReadyRule;
    if (rule.except.length === 0) return rule.own.explain(world, into);
    const own = rule.own.test(world);
    const decided = truth(place, world);
    if ((own === null) === (decided === null)) rule.own.explain(world, into);
    if (own === false) return;
    const settling = decided === null ? null : !decided;
    for (const one of rule.except) if (truth(one, world) === settling) explain(one, world, into);
  };
  const namesBehind = (place: number, world: World): Name[] => {
    const names: Name[] = [];
    explain(place, world, names);
    return names;
  };
  const clauses: Clauses = { truth, explain };
  for (const rule of rulesOf(wording)) {
    ready.push({
      id: rule.id,
      own: conditionOf(rule.when, places, clauses),
      except: rule.except.map((exception) => places.clause(exception.id)),
    });
  }

  const finding = (clause: Clause, place: number, world: World): Finding => {
    const rule = ready[place] as ReadyRule;
    const decided = truth(place, world);
    const exceptedBy = decided === false && rule.except.length > 0 && rule.own.test(world) === true;
    const result: Result = exceptedBy ? 'excepted' : decided === null ? 'unknown' : decided ? 'met' : 'not-met';
    const names = rule.except.length === 0 && rule.own.only !== null ? rule.own.only : namesBehind(place, world);
    return {
      clause: clause.id,
      kind: clause.kind,
      result,
      decidedBy: decided === null ? none : names,
      exceptedBy: exceptedBy ? rule.except.filter((one) => truth(one, world) === true).map((one) => (ready[one] as ReadyRule).id) : none,
      needs: decided === null ? names : none,
    };
  };
  const at = wording.clauses.map((clause) => places.clause(clause.id));
  return {
    truth,
    explain,
    findings: (world) => wording.clauses.map((clause, i) => finding(clause, at[i] as number, world)),
  };
};

const none: readonly string[] = [];
