const labels: Readonly<Record<string, string>> = {
  close: 'Close',
  edit: 'Edit',
  share: 'Share',
  versions: 'Versions',
  rename: 'Rename',
};

/** Shows the buttons that the host page sees to, and the one that renames the file. */
export function showHostButtons(press: (button: string) => void): void {
  const names = (document.body.dataset.buttons ?? '').split(' ').filter((name) => labels[name] !== undefined);
  document.getElementById('buttons')?.replaceChildren(
    ...names.map((name) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = labels[name] ?? '';
      button.addEventListener('click', () => press(name));
      return button;
    }),
  );
}

/**
 * Lets the person type another name in the place of the file's.
 * @param rename called with the name, without extension; the name that the file has got
 */
export function askForName(rename: (name: string, extension: string) => Promise<string>): void {
  const heading = document.querySelector('h1');
  if (!heading || heading.querySelector('input')) return;
  const before = heading.textContent ?? '';
  const extension = /\.[^.]*$/.exec(before)?.[0] ?? '';
  const input = document.createElement('input');
  input.ariaLabel = 'Name';
  input.value = before.slice(0, before.length - extension.length);
  heading.replaceChildren(input);
  const finish = (name: string): void => heading.replaceChildren(name);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') finish(before);
    if (key !== 'Enter' || input.value.trim() === '') return;
    rename(input.value.trim(), extension).then(
      (name) => finish(name + extension),
      () => finish(before),
    );
  });
  input.focus();
}
