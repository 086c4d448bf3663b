import { textsIn } from '../check/texts.ts';
import type { Policy } from '../policy.ts';
import { advice, listed } from '../read/nearest.ts';
import type { Fault, Path } from '../read/problem.ts';
import type { RawYear } from '../schema/years.ts';

const OF_THE_YEAR = ['claimed', 'paid', 'own', 'cut', 'entries', 'left'];
const OF_A_REPORT = ['claimed', 'paid', 'cut', 'on'];

/** The faults of the placeholders of a year: `{paid}`, `{REPORT.paid}`, `{then.paid}` after its try, `{schedule.NAME}`, `{aggregate}`. Results stand in the finding alone. */
export const yearTextFaults = (raw: RawYear, path: Path, policy: Policy | undefined): readonly Fault[] =>
  textsIn(raw, path).flatMap(({ text, path: at }) =>
    (['ja', 'en'] as const).flatMap((locale) =>
      [...text[locale].matchAll(/\{([^{}]*)\}/gu)].flatMap(([whole, inner = '']): Fault[] => {
        const parts = inner.split('.');
        const fault = (allowed: readonly string[], word: string): Fault[] => [
          {
            path: [...at, locale],
            found: `${whole}, which is no placeholder`,
            allowed: listed(allowed),
            remedy: advice(word, allowed, 'correct the placeholder'),
          },
        ];
        if (inner === 'aggregate') return [];
        if (parts[0] === 'schedule') {
          const entries = Object.keys(policy?.schedule ?? {});
          return policy === undefined || entries.includes(parts[1] ?? '') ? [] : fault(entries, parts[1] ?? '');
        }
        const reports = raw.reports.map(({ id }) => id);
        const [root = '', field, ...more] = parts[0] === 'then' ? parts.slice(1) : parts;
        const isReport = reports.includes(root);
        const known = isReport ? OF_A_REPORT : [...OF_THE_YEAR, ...reports];
        const word = isReport ? (field ?? '') : root;
        const fits = more.length === 0 && (isReport ? OF_A_REPORT.includes(word) : OF_THE_YEAR.includes(root) && field === undefined);
        if (!fits) return fault(known, word);
        const isLate = at.at(-1) === 'finding';
        if (isLate || (parts[0] !== 'then' && (word === 'on' || word === 'claimed'))) return [];
        return [
          {
            path: [...at, locale],
            found: `${whole} in a text that opens the year`,
            allowed: 'there: claimed and the days',
            remedy: 'say it without the result, or move it to finding',
          },
        ];
      }),
    ),
  );
