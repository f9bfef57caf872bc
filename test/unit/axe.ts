import 'axe-core';
import type Axe from 'axe-core';

/** What axe complains of in the element: the ids of its rules. */
export async function complaintsOf(element: Element): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run(element);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
