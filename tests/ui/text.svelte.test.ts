import { render } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import Phrase from '#ui/parts/Phrase.svelte';
import Prose from '#ui/parts/Prose.svelte';
import Yen from '#ui/parts/Yen.svelte';
import { setLocale } from '#words/locale.svelte.ts';

afterEach(() => setLocale('ja'));

test('a phrase may break where the build marked it, and reads as one text', () => {
  const { container } = render(Phrase, { text: '損害賠償請求が\u200bなされる\u200bおそれ' });
  expect(container.querySelectorAll('wbr')).toHaveLength(2);
  expect(container.textContent).toBe('損害賠償請求がなされるおそれ');
});

test.each([Phrase, Prose])('a text of a case never becomes markup', (component) => {
  const { container } = render(component, { text: '<img src=x onerror=alert(1)> 3万円 <b>' });
  expect(container.querySelector('img, b')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)> 3万円 <b>');
});

test('an amount stays on one line in running text', () => {
  const { container } = render(Prose, { text: '支払は4,300〜5,300万円です。' });
  expect([...container.querySelectorAll('.yen')].map((amount) => amount.textContent)).toEqual(['4,300〜5,300万円']);
});

test('an amount follows the language at once', async () => {
  const { container } = render(Yen, { value: 26_800_000 });
  expect(container.textContent).toBe('2,680万円');
  setLocale('en');
  await expect.poll(() => container.textContent).toBe('¥26.8 million (2,680万円)');
});
