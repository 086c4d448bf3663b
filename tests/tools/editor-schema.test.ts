import { describe, expect, it } from 'vitest';
import { staleSchemas } from '#tools/editor-schema.ts';

describe('the JSON Schema for editors', () => {
  it('is what the reader itself checks by: after a change, run npx tsx src/tools/editor-schema.ts', async () => {
    expect(await staleSchemas()).toEqual([]);
  });
});
