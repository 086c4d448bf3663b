import { render } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import MoneyField from '#ui/parts/MoneyField.svelte';

function field(value: number, options: { low?: number; high?: number; presets?: number[] } = {}) {
  const changes: number[] = [];
  const { rerender } = render(MoneyField, {
    label: '免責金額',
    value,
    ...options,
    onchange: (next: number) => {
      changes.push(next);
      void rerender({ value: next });
    },
  });
  return { changes, box: page.getByRole('textbox', { name: '免責金額' }), slider: page.getByRole('slider') };
}

describe('the money field', () => {
  test('shows 万円 and reads what people type, full width and with units', async () => {
    const { changes, box } = field(5_000_000);
    await expect.element(box).toHaveValue('500');
    await userEvent.fill(box.element(), '１億５，０００万');
    await userEvent.tab();
    expect(changes.at(-1)).toBe(150_000_000);
    await expect.element(box).toHaveValue('15,000');
  });

  test('500円 is 500 yen, not 500万円', async () => {
    const { changes, box } = field(5_000_000);
    await userEvent.fill(box.element(), '500円');
    await userEvent.tab();
    expect(changes.at(-1)).toBe(500);
    await expect.element(box).toHaveValue('500円');
  });

  test('refuses an amount out of range with cause and example, and keeps what was typed', async () => {
    const { changes, box } = field(5_000_000, { low: 0, high: 10_000_000 });
    await userEvent.fill(box.element(), '2億');
    await userEvent.tab();
    expect(changes).toEqual([]);
    await expect.element(box).toHaveValue('2億');
    await expect.element(box).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByText('0円〜1,000万円の金額を入力してください。例：3,000万円')).toBeVisible();
  });

  test('the slider moves one rung per arrow key and says the amount in words', async () => {
    const { changes, slider } = field(5_000_000);
    await expect.element(slider).toHaveAttribute('aria-valuetext', '500万円');
    (slider.element() as HTMLInputElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(changes).toEqual([7_000_000]);
    await expect.element(slider).toHaveAttribute('aria-valuetext', '700万円');
  });

  test('the buttons and presets set the amount without dragging', async () => {
    const { changes } = field(5_000_000, { presets: [30_000_000] });
    await userEvent.click(page.getByRole('button', { name: '免責金額を下げる' }));
    await userEvent.click(page.getByRole('button', { name: '3,000万円' }));
    expect(changes).toEqual([3_000_000, 30_000_000]);
  });
});
