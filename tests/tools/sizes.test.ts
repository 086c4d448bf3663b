import { expect, test } from 'vitest';
import { sizesAt } from '#tools/proving/sizes.ts';

test('the first view of the site with 90 cases weighs what it weighs with 30', { timeout: 300_000 }, async () => {
  const few = await sizesAt(30);
  const many = await sizesAt(90);
  // A chunk for each case.
  expect(many.files - few.files).toBe(60);
  expect(few.js).toBeGreaterThan(10_000);
  expect(few.css).toBeGreaterThan(1000);
  // Names with hashes differ by some bytes.
  for (const part of ['js', 'css', 'html'] as const) expect(Math.abs(many[part] - few[part]), part).toBeLessThan(200);
});
