import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Person } from './stage.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe complains of within the first element that the selector finds, in whichever shadow tree. */
export async function complaintsOf({ page }: Person, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  return page
    .locator(selector)
    .first()
    .evaluate(async (root) => {
      const { axe } = window as unknown as {
        axe: { run(context: object, options: object): Promise<AxeResults> };
      };
      const { violations } = await axe.run({ include: [root] }, { iframes: false });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
}
