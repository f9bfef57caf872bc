/** The icon that the browser's tab has while a file is open. */
let shown: HTMLLinkElement | undefined;
/** The page's own icons, to give back. */
let own: HTMLLinkElement[] = [];

/** Has the browser's tab show an icon in the page's own's place. @param href its address, also as a `data:` URL */
export function showFavicon(href: string): void {
  if (!shown) {
    own = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon" i]')];
    for (const link of own) link.remove();
    shown = document.head.appendChild(document.createElement('link'));
    shown.rel = 'icon';
  }
  if (shown.getAttribute('href') !== href) shown.href = href;
}

/** Shows the page's own icons again. */
export function giveFaviconBack(): void {
  if (!shown) return;
  shown.remove();
  document.head.append(...own);
  shown = undefined;
}
