/** Light, of 255, above which text is written on something dark. */
const BRIGHT = 128;

/** Whether Web UI's theme is dark, by the colour of its text: a theme's background may be a picture. */
export function isDark(): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).color.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue > BRIGHT;
}
