import { cleanup, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import { endOn } from '#lifecycle/walk.ts';
import ResultScreen from '#ui/result/ResultScreen.svelte';
import '#ui/style/index.css';
import { resultOf, type ResultView } from '#view/result.ts';
import { setLocale } from '#words/locale.svelte.ts';

const loaded = async (id: string): Promise<ResultView> => {
  const of = await loadCase(id);
  const policy = of && (await loadPolicy(of.policy));
  if (!of || !policy) throw new Error(`no case ${id}`);
  return resultOf({
    case: of,
    policy,
    facts: await loadFacts(),
    general: await loadGeneral(),
    titles: {},
    moment: endOn(of),
    played: false,
  });
};
const show = async (id: string): Promise<HTMLElement> => {
  const { container } = render(ResultScreen, { result: await loaded(id), today: '2026-11-22' });
  return container;
};
const amount = (container: HTMLElement): string => container.querySelector('header .figure .yen')?.textContent ?? '';
const steps = (container: HTMLElement): HTMLButtonElement[] => [...container.querySelectorAll<HTMLButtonElement>('#steps button')];
const group = (name: string) => page.getByRole('group', { name, exact: true });

beforeEach(() => {
  document.documentElement.dataset['theme'] = 'light';
  setLocale('ja');
});
afterEach(() => cleanup());

test('the arrow keys walk the steps; each lights its line and shows its clause', async () => {
  const container = await show('IT-15');
  const all = steps(container);
  expect(all.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  all[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(all[2]);
  expect(all.map((button) => button.getAttribute('aria-pressed')).indexOf('true')).toBe(2);
  expect(all[2]?.closest('tr')?.textContent).toContain('費用にかかる求償額');
  expect(all[2]?.closest('tr')?.querySelector('blockquote')?.textContent).toMatch(/.{8,}/);
  expect([...container.querySelectorAll('#money li.dim')]).toHaveLength(1);
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(all.at(-1));
  await userEvent.keyboard('{Escape}');
  expect(all.some((button) => button.getAttribute('aria-pressed') === 'true')).toBe(false);
});

test('a what-if redraws sentence, table and steps at once, and setting back restores them', async () => {
  const container = await show('IT-15');
  expect(amount(container)).toBe('5,300万円');
  const before = steps(container).length;
  await group('承諾なしの支払').getByRole('radio', { name: 'あり' }).click({ force: true });
  expect(amount(container)).toBe('4,300〜5,300万円');
  expect(container.querySelector('#money table')?.textContent).toContain('未確定');
  expect(steps(container).length).toBeGreaterThan(before);
  await expect.element(page.getByLabelText('承諾なしに支払った額', { exact: true })).toHaveValue('1,000');
  await page.getByRole('button', { name: '元に戻す' }).click();
  expect(amount(container)).toBe('5,300万円');
  expect(steps(container)).toHaveLength(before);
});

test('a limit that is typed moves the payment', async () => {
  const container = await show('IT-15');
  await page.getByLabelText('費用総支払限度額', { exact: true }).fill('5000');
  await tick();
  expect(amount(container)).toBe('6,600万円');
  await page.getByRole('button', { name: '比較を消す' }).click();
  await expect.element(page.getByRole('button', { name: '変更前と比べる' })).toBeVisible();
});

test('the beats set the what-if they speak of, and take it back', async () => {
  const container = await show('IT-15');
  const next = page.getByRole('button', { name: '次へ' });
  for (let i = 0; i < 3; i++) await next.click();
  expect(amount(container)).toBe('6,600万円');
  await page.getByRole('button', { name: '前へ' }).click();
  expect(amount(container)).toBe('5,300万円');
});

test('both charts are drawn, named by their finding, and have a table of the same figures', async () => {
  const container = await show('IT-14');
  await expect.poll(() => [...container.querySelectorAll('canvas')].filter((canvas) => canvas.width > 300).length).toBe(1);
  const images = [...container.querySelectorAll('[role=img]')];
  expect(images.map((image) => document.getElementById(image.getAttribute('aria-labelledby') ?? '')?.textContent)).toEqual([
    expect.stringContaining('縮小支払'),
    expect.stringMatching(/支払/),
  ]);
  expect(container.querySelectorAll('figure > div table')).toHaveLength(2);
  const isDrawn = () => {
    const canvas = container.querySelector('canvas');
    return canvas
      ?.getContext('2d')
      ?.getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value > 0);
  };
  await expect.poll(isDrawn).toBe(true);
  // The curve lies upon the axes: each bend of the table is a dot on it, and the claim's own dot is what the sentence says.
  expect(container.querySelectorAll('#curve .bend').length).toBe(container.querySelectorAll('#curve table tbody tr').length - 1);
  // Every stretch of the table is drawn.
  const bars = [...container.querySelectorAll<HTMLElement>('.bars .row')];
  const cells = container.querySelectorAll('#money table tr:not(.whole) td.amount');
  expect(bars.flatMap((row) => [...row.querySelectorAll('.part')])).toHaveLength(cells.length);
});

test('printing puts the sheet on the page with both charts drawn anew, and takes it away again', async () => {
  const container = await show('IT-15');
  await expect.poll(() => [...container.querySelectorAll('canvas')].filter((canvas) => canvas.width > 300).length).toBe(1);
  window.dispatchEvent(new Event('beforeprint'));
  const sheet = container.querySelector('.sheet');
  expect(sheet?.textContent).toMatch(/IT-15 第\d+版/);
  expect(sheet?.textContent).toContain('2026/11/22');
  expect([...(sheet?.querySelectorAll('canvas') ?? [])].map(({ width }) => width)).toEqual([2560]);
  expect(sheet?.querySelectorAll('.bars .part').length).toBe(container.querySelectorAll('#money .bars .part').length);
  expect(sheet?.querySelector('.bars')?.textContent).toContain('支払 3,000万円');
  window.dispatchEvent(new Event('afterprint'));
  await tick();
  expect(container.querySelector('.sheet')).toBeNull();
});

test('the language switches in place', async () => {
  const container = await show('PB-06');
  setLocale('en');
  await tick();
  expect(container.querySelector('h1')?.textContent).toBe('Only part is paid');
  expect(amount(container)).toBe('¥6.7 million (670万円)');
});
