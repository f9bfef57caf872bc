/** The page's element of that id, which its markup has. */
export function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

/** Changes an element's text only where it is another, for what is read out when it changes. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Shows a text that takes the keys until it is put away. */
export function showWarning(text: string): void {
  const dialog = elementOf('warning') as HTMLDialogElement;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  const button = document.createElement('button');
  button.textContent = 'OK';
  button.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(paragraph, button);
  if (!dialog.open) dialog.showModal();
}
