import type { Locator } from 'playwright-core';
import { until, type Person, type Stage } from './stage.js';

export const PAGE = 'nuxeo-office-online-status';

export const statusOf = ({ page }: Person): Locator => page.locator(PAGE);

/**
 * Waits for what is in a slot. Web UI draws slots when the browser is idle; one that nobody sees may not be while the
 * machine is busy, until the pointer moves.
 */
export async function seesInSlot({ page }: Person, shown: Locator, isHidden = false): Promise<void> {
  let x = 600;
  await until(async () => {
    x = 1200 - x + 1;
    await page.mouse.move(x, 5);
    return isHidden ? (await shown.count()) > 0 : shown.isVisible();
  });
}

/** Waits until everything has been looked at. */
export async function seesAll(dora: Person): Promise<void> {
  await seesInSlot(dora, statusOf(dora).getByRole('status').getByText("Can't be known"));
}

/** The administrator at the status page, when everything has been looked at. */
export async function looks(stage: Stage, locale?: string): Promise<Person> {
  const dora = await stage.person('dora', locale);
  await dora.goes('/admin/office-online');
  await seesAll(dora);
  return dora;
}

/** What a line says: how it is, in words, and what to do. */
export async function says(person: Person, line: string): Promise<string[]> {
  const item = statusOf(person)
    .getByRole('listitem')
    .filter({ hasText: `${line}: ` });
  const [title = '', ...words] = await item.first().locator('p').allTextContents();
  return [title.slice(line.length + 2), ...words];
}

/** The lines that are not well. */
export const wrongLines = (person: Person): Promise<string[]> =>
  statusOf(person)
    .locator('li.wrong p:first-of-type')
    .evaluateAll((titles) => titles.map(({ textContent }) => textContent.replace(/: [^:]*$/, '')));

export async function tries(dora: Person): Promise<void> {
  await statusOf(dora).getByRole('button', { name: 'Open the file on trial' }).click();
}

/** Waits until a line is so. */
export async function sees(dora: Person, line: string, how: string): Promise<string[]> {
  await until(async () => (await says(dora, line))[0] === how);
  return says(dora, line);
}
