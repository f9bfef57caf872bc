/** Most systems take names of files of that many UTF-16 units, extension and all. */
const LONGEST = 255;

/** No more than so many UTF-16 units, and no half of a character at the end. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** A stock Nuxeo cuts names after that many UTF-16 units, in the middle of a character too. */
const NAME_LENGTH = 24;

/** A title's name in Nuxeo's paths, which takes no slashes of either kind (docs/host.md "New documents"). */
export const documentNameFor = (title: string): string => cut(title.replace(/[\\/]/g, '-'), NAME_LENGTH);

/**
 * The name of a title's file. What Windows, or a WOPI client that renames, takes in no name becomes a dash; so do the dots
 * and blanks at its end, which Windows drops.
 * @param extension without its dot; empty for none
 */
export function fileNameFor(title: string, extension: string): string {
  const ending = extension && `.${extension}`;
  const name = title.replace(/[\u0000-\u001f\\/:*?"<>|]/g, '-').replace(/[. ]$/, '-');
  return cut(name, LONGEST - ending.length) + ending;
}

/** The extension of a file's name, without its dot. */
export const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1] ?? '';
