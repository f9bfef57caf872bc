import type { Changes, Surface, SurfaceHost } from '../shared/editor-page.js';

/** A file as pictures, one below the other, of its pages, slides or sheets. */
export class Pictures implements Surface {
  readonly merges = false;
  readonly isChanging = false;
  private readonly element: HTMLElement;

  constructor({ element }: SurfaceHost) {
    this.element = element;
    const text = document.createElement('p');
    text.textContent = 'Preparing the pages. The first time, this takes some seconds.';
    element.replaceChildren(text);
  }

  async show(content: Response): Promise<void> {
    const addresses = (await content.json()) as string[];
    const pictures = addresses.map((address, index) => {
      const picture = new Image();
      picture.src = address;
      picture.alt = `${index + 1} of ${addresses.length}`;
      return picture;
    });
    this.element.replaceChildren(...pictures);
  }

  finish(): void {
    // Nobody changes anything here.
  }

  collect(): Promise<Changes | undefined> {
    return Promise.resolve(undefined);
  }

  collectAtOnce(): undefined {
    return undefined;
  }
}
