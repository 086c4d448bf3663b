import type { Branch } from '#lifecycle/check/map.ts';
import { yenRange } from '#words/yen.ts';

const VERDICT = { paid: '支払', 'partly-paid': '一部支払', 'not-paid': '支払なし', open: '未確定' } as const;

/** Every path of a case as a tree to be read in a terminal: the choices by their keys, the states passed, and the end of each. */
export const mapLines = (branch: Branch, indent = ''): readonly string[] => {
  const way = branch.states.join(' → ');
  if ('verdict' in branch) {
    return [`${indent}${way === '' ? '' : `${way}　`}【${VERDICT[branch.verdict]}】${yenRange(branch.low, branch.high, 'ja')}`];
  }
  const here = `${indent}${way === '' ? '' : `${way} → `}${branch.decision}`;
  const [only, ...others] = branch.choices;
  if (only && others.length === 0) {
    const [first = '', ...rest] = mapLines(only.then, indent);
    return [`${here} (any) → ${first.slice(indent.length)}`, ...rest];
  }
  return [
    here,
    ...branch.choices.flatMap(({ options, then }, i) => {
      const last = i === branch.choices.length - 1;
      const [first = '', ...rest] = mapLines(then);
      return [
        `${indent}${last ? '└' : '├'} ${options.join(' · ')}: ${first}`,
        ...rest.map((line) => `${indent}${last ? ' ' : '│'} ${line}`),
      ];
    }),
  ];
};
