import type { Page } from 'playwright';

/** The kind of task on screen. */
export const taskOn = async (page: Page): Promise<string> => (await page.locator('[data-task]').getAttribute('data-task')) ?? '';

/** How many things have been done, as the screen says. */
export const playedOn = async (page: Page): Promise<number> => Number(await page.locator('[data-played]').getAttribute('data-played'));

/** Everything written on the play screen, without the line that says that it is gone on with. */
export const textOn = (page: Page): Promise<string> =>
  page.locator('.play').evaluate((play) => {
    const copy = play.cloneNode(true) as HTMLElement;
    for (const note of copy.querySelectorAll('.note')) note.remove();
    return (copy.textContent ?? '').replaceAll('\u200b', '').replace(/\s+/g, ' ');
  });

/** Does one thing with the pointer: `turn` picks among the choices. False at the end. */
export async function doOne(page: Page, turn: number): Promise<boolean> {
  const proceed = page.locator('.bar .main');
  switch (await taskOn(page)) {
    case 'read': {
      const unread = page.locator('.task button[aria-pressed="false"]');
      await ((await unread.count()) > 0 ? unread.first() : proceed).click();
      return true;
    }
    case 'decision':
    case 'explain':
      await page
        .locator('.task input[type="radio"]')
        .nth(turn % 3)
        .check();
      await proceed.click();
      return true;
    case 'match':
      if (turn % 3 < 2) {
        await page
          .locator('[data-step="line"] button')
          .nth(turn % 2)
          .click();
        await page
          .locator('[data-step="clause"] button')
          .nth(turn % 2)
          .click();
        await page
          .locator('.answer')
          .nth(turn % 4)
          .click();
      } else {
        await proceed.click();
        if ((await page.locator('#notes').count()) === 0) await page.locator('.bar .button').nth(1).click();
        await proceed.click();
      }
      return true;
    case 'predict':
      await page.locator('.task input[type="text"]').fill('10');
      await proceed.click();
      return true;
    case 'letter': {
      const gap = page.locator('.paper button.empty');
      if ((await gap.count()) > 0) {
        await gap.first().click();
        await page
          .locator('.tray button')
          .nth(turn % 2)
          .click();
      } else {
        await proceed.click();
        await proceed.click();
      }
      return true;
    }
    case 'end':
      return false;
    default:
      await proceed.click();
      return true;
  }
}
