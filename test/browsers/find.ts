/**
 * What a person sees by that name, in shadow roots too. It runs in the page, so nothing around it is known to it.
 * @param selector what it may be: `a, button`
 * @param name what it is called or says, all of it; with `…` at the end how that begins
 */
export function find(selector: string, name: string): Element[] {
  const roots: (Document | ShadowRoot)[] = [document];
  const found: Element[] = [];
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent.trim();
  const fits = (text: string) => (name.endsWith('…') ? text.startsWith(name.slice(0, -1)) : text === name);
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches(selector) && element.getClientRects().length && fits(nameOf(element))) {
        found.push(element);
      }
    }
  }
  return found;
}
