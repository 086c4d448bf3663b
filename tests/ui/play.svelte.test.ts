import { cleanup, render } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadCase, loadFacts, loadGeneral, loadPolicy } from '#casebook/index.ts';
import { add, begun, type Sitting, type SittingEvent } from '#lifecycle/sitting.ts';
import { replay } from '#lifecycle/replay.ts';
import '#ui/style/index.css';
import { type Ground, groundOf } from '#view/play-ground.ts';
import { setLocale } from '#words/locale.svelte.ts';
import { openSittings } from '../../src/app/sittings.ts';
import Play from '../../src/app/screens/Play.svelte';

let ground: Ground;

beforeEach(async () => {
  localStorage.clear();
  setLocale('ja');
  const [of, policy, facts, general] = await Promise.all([loadCase('IT-15'), loadPolicy('it-liability'), loadFacts(), loadGeneral()]);
  if (!of || !policy) throw new Error('IT-15 is missing');
  ground = groundOf(of, policy, null, facts, general);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const play = (sitting: Sitting) => render(Play, { ground, opening: { sitting, resumed: false }, onopened: () => undefined });
const task = (): string => document.querySelector('[data-task]')?.getAttribute('data-task') ?? '';
const primary = () => document.querySelector('.bar .main') as HTMLButtonElement;
const text = (): string => (document.body.textContent ?? '').replaceAll('\u200b', '');
const kept = (): string => localStorage.getItem('satei.sitting.IT-15') ?? '';

/** A sitting just before the first task of that kind. */
const upTo = (kind: string): Sitting => {
  let sitting = begun(ground.case, 'all');
  for (let todo = replay(ground.case, sitting).todo; todo.kind !== kind; todo = replay(ground.case, sitting).todo) {
    const event: SittingEvent =
      todo.kind === 'decision'
        ? { do: 'choose', decision: todo.decision, option: 'best' }
        : todo.kind === 'predict'
          ? { do: 'predict', yen: 1 }
          : { do: 'next' };
    sitting = add(sitting, event);
  }
  return sitting;
};

describe('a decision', () => {
  test('is taken by choosing and going on; the reader is led to what happened, and it is kept at once', async () => {
    play(begun(ground.case, 'all'));
    expect(primary().disabled).toBe(true);
    await userEvent.click(page.getByRole('radio').nth(0));
    await userEvent.click(primary());
    await expect.poll(task).toBe('decided');
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
    expect(kept()).toContain('choose');
    expect(openSittings().map((sitting) => sitting.case)).toEqual(['IT-15']);
  });

  test('can be gone back to, and the way left stays in the timeline', async () => {
    const sitting = add(begun(ground.case, 'all'), { do: 'choose', decision: 'D1', option: 'late' });
    play(sitting);
    await userEvent.click(document.querySelector('.back button') as HTMLButtonElement);
    await expect.poll(task).toBe('decision');
    expect(text()).toContain('選ばなかった道');
    expect(text()).toContain('結末は、予想を確定すると表示します');
  });
});

test('where the browser keeps nothing, one sentence says so and play goes on', async () => {
  play(begun(ground.case, 'all'));
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await userEvent.click(page.getByRole('radio').nth(1));
  await userEvent.click(primary());
  await expect.poll(text).toContain('このブラウザーでは進行状況を保存できません');
  expect(task()).toBe('decided');
  await userEvent.click(primary());
  await expect.poll(task).toBe('read');
});

test('a line becomes a fact in the case file, and the line keeps the focus', async () => {
  play(upTo('read'));
  const line = document.querySelector('.task button[aria-pressed="false"]') as HTMLButtonElement;
  await userEvent.click(line);
  await expect.poll(() => line.getAttribute('aria-pressed')).toBe('true');
  expect(document.activeElement).toBe(line);
  expect(line.closest('li')?.querySelector('.fact')?.textContent ?? '').toMatch(/.+：\s*.+/);
});

test('matching is checked as a set and answered with its notes', async () => {
  play(upTo('match'));
  await userEvent.click(primary());
  await expect.poll(text).toMatch(/空いているところが\d+か所あります/);
  await userEvent.click(document.querySelectorAll('.bar .button')[1] as HTMLButtonElement);
  await expect.poll(() => document.activeElement?.id).toBe('notes');
  expect(text()).toContain('合っている答え');
});

describe('the prediction', () => {
  test('shows the payment only once it is locked', async () => {
    play(upTo('predict'));
    expect(text()).toContain('支払：未確定');
    expect(text()).not.toContain('5,300万円');
    await userEvent.fill(page.getByRole('textbox'), '3,000万円');
    await userEvent.click(primary());
    await expect.poll(task).toBe('predicted');
    expect(text()).toContain('5,300万円');
    expect(text()).toContain('募集資料ではありません');
  });

  test('locks nothing where the entry is no amount', async () => {
    play(upTo('predict'));
    await userEvent.fill(page.getByRole('textbox'), 'たくさん');
    await userEvent.click(primary());
    expect(task()).toBe('predict');
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  });
});

test('the letter is filled gap by gap, the next one taking the focus', async () => {
  play(upTo('letter'));
  const gaps = () => [...document.querySelectorAll<HTMLButtonElement>('.paper button.empty')];
  const before = gaps().length;
  await userEvent.click(gaps()[0] as HTMLButtonElement);
  await userEvent.click(document.querySelector('.tray button') as HTMLButtonElement);
  await expect.poll(() => gaps().length).toBe(before - 1);
  expect(document.activeElement).toBe(gaps()[0]);
});

test('another language changes the words and nothing of the sitting', async () => {
  play(upTo('predict'));
  setLocale('en');
  await expect.poll(text).toContain('Payment: open');
  expect(task()).toBe('predict');
});

test('a damaged sitting is said to be so, and begun anew on request', async () => {
  render(Play, { ground, opening: { asks: { kind: 'damaged' }, keep: null, shared: null }, onopened: () => undefined });
  expect(text()).toContain('保存した進行を読み取れません');
  expect(task()).toBe('');
  await userEvent.click(document.querySelector('.gate .main') as HTMLButtonElement);
  await expect.poll(task).toBe('decision');
});
