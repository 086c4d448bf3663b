import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { written } from '#casebook/read/problem.ts';
import { checkAll } from '#tools/checking.ts';
import { SCENARIOS } from '#tools/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'satei-years-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const part of ['facts.yaml', 'policies', 'cases/IT-09.yaml', 'cases/IT-14.yaml', 'cases/PB-06.yaml'])
  cpSync(join(SCENARIOS, part), join(folder, part), { recursive: true });

const YEARS = `years:
  - id: two
    version: 1
    policy: it-liability
    title: { ja: 二つ, en: Two }
    lead: { ja: '{disk.claimed}です。', en: 'It is {disk.claimed}.' }
    period: { start: periodStart, end: periodEnd, from: 2026-04-01 }
    schedule: { deductible: 0 }
    aggregate: { amount: '3,000万円', on: yes }
    renewed: no
    turns: [{ fact: ignoranceReasonable, reports: [disk] }]
    reports:
      - { id: server, case: IT-14, on: 2026-06-08, moves: [claimDate] }
      - { id: disk, case: IT-09, on: 2026-11-16, moves: [claimDate, leakDate], set: { ignoranceReasonable: yes } }
    try:
      label: { ja: 動かす, en: Move it }
      days: { disk: 2026-05-11 }
    finding: { ja: '{disk.paid}が{then.disk.paid}になります。', en: 'From {disk.paid} to {then.disk.paid}.' }
    holds:
      - { what: disk.paid, is: some, then: more }
      - { what: paid, then: same }
`;
const said = (find = '', write = ''): readonly string[] => {
  if (!YEARS.includes(find)) throw new Error(`no ${find}`);
  writeFileSync(
    join(folder, 'years.yaml'),
    YEARS.replace(find, () => write),
  );
  return checkAll([join(folder, 'years.yaml')], folder).flatMap(({ line, problems }) =>
    problems.length > 0 ? problems.map((problem) => written(problem).replace(/^.*?\.yaml:/u, '')) : [line],
  );
};

describe('years.yaml', () => {
  it('is good as it stands, and says how much it has', () => {
    expect(readFileSync(join(SCENARIOS, 'years.yaml'), 'utf8')).toContain('years:');
    expect(said()).toEqual(['years  1 years of 2 reports; 2 things shown']);
  });

  it.each<[string, string, string, RegExp]>([
    ['a policy that is not there', 'policy: it-liability', 'policy: nobody', /^4:13: Found the policy "nobody", which is not there/u],
    ['a case that is not there', 'case: IT-14', 'case: IT-99', /^13:\d+: Found the case "IT-99", which is not there/u],
    ['a case of the other policy', 'case: IT-14', 'case: PB-06', /Found PB-06, a case of plan-b/u],
    [
      'a loss that the case has not',
      'moves: [claimDate] }',
      'moves: [claimDate], losses: [gone] }',
      /Found the loss "gone", which is not there/u,
    ],
    ['a fact that is no date', 'moves: [claimDate] }', 'moves: [leak] }', /Found the date fact "leak", which is not there/u],
    [
      'a date that the case never knows',
      'moves: [claimDate] }',
      'moves: [claimDate, leakDate] }',
      /^13:\d+: Found the date fact "leakDate", which IT-14 never comes to know/u,
    ],
    [
      'a schedule date that is not there',
      'start: periodStart',
      'start: liabilityLimit',
      /Found the schedule date "liabilityLimit", which is not there/u,
    ],
    [
      'a schedule entry that is not there',
      'schedule: { deductible: 0 }',
      'schedule: { ded: 0 }',
      /Found the schedule entry "ded", which is not known/u,
    ],
    [
      'a turn of a fact that is not yes or no',
      'fact: ignoranceReasonable',
      'fact: leakDate',
      /Found the fact "leakDate", which is not there/u,
    ],
    ['a turn for no report', 'reports: [disk] }', 'reports: [dusk] }', /Found the report "dusk", which is not there/u],
    ['two reports of one id', 'id: server', 'id: disk', /Found the report "disk" a second time/u],
    ['a try of a report that is not there', 'days: { disk:', 'days: { dusk:', /Found the report "dusk", which is not there/u],
    ['a try of a day far away', '2026-05-11', '2046-05-11', /Found the day 2046-05-11/u],
    [
      'a try of a fact that is not turned',
      'days: { disk: 2026-05-11 }',
      'facts: { leak: no }',
      /Found the fact to be turned "leak", which is not there/u,
    ],
    ['no yes and no no', 'renewed: no', 'renewed: maybe', /^10:\d+: Found "maybe"\. Allowed: yes or no/u],
    ['a figure that is not there', 'what: paid', 'what: paying', /Found the figure "paying", which is not there/u],
    ['a clause that is not there', 'is: some,', 'is: some, by: IT-NO,', /Found the clause "IT-NO", which is not there/u],
    ['a clause for the whole year', 'what: paid,', 'what: paid, by: IT-PERIOD,', /Found by: of the whole year/u],
    ['a line that claims nothing', 'what: paid, then: same', 'what: paid', /Found a line that claims nothing/u],
    [
      'a line that is not so',
      'then: more',
      'then: less',
      /^20:\d+: Found disk\.paid: some, then less, which is not so.*\(3200000 as it opens, 10000000 after the try\)/u,
    ],
    [
      'a result in the lead',
      "'It is {disk.claimed}.'",
      "'It is {disk.paid}.'",
      /^6:\d+: Found \{disk\.paid\} in a text that opens the year/u,
    ],
    ['a placeholder of nothing', "'From {disk.paid}", "'From {dusk.paid}", /Found \{dusk\.paid\}, which is no placeholder/u],
    [
      'a schedule entry in a text that is not there',
      "'From {disk.paid}",
      "'From {schedule.ded}",
      /Found \{schedule\.ded\}, which is no placeholder/u,
    ],
    ['an amount written out', 'en: Move it', 'en: Move 5 million yen', /written out in a text/u],
  ])('refuses %s', (_what, find, write, expected) => {
    expect(said(find, write).join('\n')).toMatch(expected);
  });
});
