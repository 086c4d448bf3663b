import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { format, resolveConfig } from 'prettier';
import { caseFile } from '#casebook/schema/case.ts';
import { drillFile } from '#casebook/schema/drill.ts';
import { claimFile } from '#casebook/schema/claim.ts';
import { facts } from '#casebook/schema/facts.ts';
import { compareFile, pairsFile } from '#casebook/schema/pairs.ts';
import { glossary } from '#casebook/schema/glossary.ts';
import { headsFile } from '#casebook/schema/heads.ts';
import { homeFile } from '#casebook/schema/home.ts';
import { momentsFile } from '#casebook/schema/moments.ts';
import { general, ownPolicy, policy } from '#casebook/schema/policy.ts';
import { yearsFile } from '#casebook/schema/years.ts';
import { SCENARIOS } from './library.ts';

const SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  case: caseFile,
  'own-case': caseFile,
  drill: drillFile,
  pairs: pairsFile,
  compare: compareFile,
  years: yearsFile,
  policy,
  general,
  facts,
  glossary,
  heads: headsFile,
  home: homeFile,
  moments: momentsFile,
  'own-policy': ownPolicy,
  claim: claimFile,
};

/** The same schema for a case of somebody's own, which may leave English out. */
const japaneseAlone = <T>(schema: T): T =>
  JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
    Array.isArray(value) && value.length === 2 && value[0] === 'ja' && value[1] === 'en' ? ['ja'] : value,
  ) as T;

/** The JSON Schema of every kind of file, by its file name: what an editor offers and underlines while somebody writes. */
export const editorSchemas = async (): Promise<Readonly<Record<string, string>>> => {
  const options = await resolveConfig(join(SCENARIOS, 'schema', 'case.json'), { config: '.config/prettier.json' });
  const made: Record<string, string> = {};
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    const whole = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
    const json = name === 'own-case' ? japaneseAlone(whole) : whole;
    made[`${name}.json`] = await format(JSON.stringify({ title: `satei ${name}`, ...json }), { ...options, parser: 'json' });
  }
  return made;
};

/** The schema files whose text differs from what the reader's own schemas give. */
export const staleSchemas = async (): Promise<readonly string[]> =>
  Object.entries(await editorSchemas())
    .filter(([name, text]) => {
      try {
        return readFileSync(join(SCENARIOS, 'schema', name), 'utf8') !== text;
      } catch {
        return true;
      }
    })
    .map(([name]) => name);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(await editorSchemas())) writeFileSync(join(SCENARIOS, 'schema', name), text);
}
