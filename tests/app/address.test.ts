import { expect, test } from 'vitest';
import { languageOf, readAddress, withQuery, writeAddress } from '#app/address.ts';

test.each([
  ['', [], {}],
  ['#/', [], {}],
  ['#/case/IT-15', ['case', 'IT-15'], {}],
  ['#/play/IT-15?seats=all&l=en', ['play', 'IT-15'], { seats: 'all', l: 'en' }],
  ['#/policy/%E0%A4%A', ['policy', '%E0%A4%A'], {}],
])('%s is read part by part', (hash, path, query) => {
  expect(readAddress(hash)).toEqual({ path, query });
});

test('an address written and read is the same', () => {
  const address = { path: ['case', 'a/b c'], query: { k: '停止', l: 'en' } };
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test('one entry of the query changes, the others stay', () => {
  const address = readAddress('#/cases?k=leak&l=en');
  expect(writeAddress(withQuery(address, 'k', undefined))).toBe('#/cases?l=en');
  expect(withQuery(address, 'k', 'stop').query).toEqual({ k: 'stop', l: 'en' });
});

test('only ja and en are languages', () => {
  expect(languageOf(readAddress('#/?l=en'))).toBe('en');
  expect(languageOf(readAddress('#/?l=fr'))).toBeUndefined();
});
