/** What a form of Web UI is in: a dialog, or a layout for editing in the page itself (docs/host.md "Forms"). */
const FORMS = '[role=dialog], dialog, nuxeo-document-form-layout';
const FIELDS = 'input, textarea, select, [contenteditable]';

const isShown = (element: Element) => element.getClientRects().length > 0;

/** The first element of a tree and of the shadow trees in it that fits. */
function findWithin(root: ParentNode, fits: (element: Element) => boolean): Element | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (fits(element)) return element;
    const found = element.shadowRoot && findWithin(element.shadowRoot, fits);
    if (found) return found;
  }
  return undefined;
}

const hasFields = (form: Element) =>
  [form, form.shadowRoot].some((root) => root && findWithin(root, (one) => one.matches(FIELDS)));

/** A form that is open in the page, in which something may be being typed. */
export const openForm = (): Element | undefined =>
  findWithin(document, (element) => element.matches(FORMS) && isShown(element) && hasFields(element));

/** Calls back when the form is closed, however that happens: it is not shown then, or not there any more. */
export function onClose(form: Element, closed: () => void): void {
  const look = () => {
    if (isShown(form)) return;
    observer.disconnect();
    closed();
  };
  const observer = new ResizeObserver(look);
  observer.observe(form);
  // One that closes before it has been measured has never had a size, and so no other one.
  requestAnimationFrame(look);
}
