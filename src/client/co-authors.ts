import { isRecord, stringOf } from '../narrow.js';

/** Somebody else who has the same file open. */
export interface CoAuthor {
  /** The number of their view, by which an editor can follow them. */
  viewId: number;
  name: string;
  /** That of their cursor, as `#rrggbb`. */
  colour: string;
  /** Whether they can only read. */
  isReadOnly: boolean;
}

/** As much of a name as is shown, and as many people. */
const MAX_NAME = 100;
const MAX_PEOPLE = 500;

/**
 * The others in a `Views_List` (docs/wopi-clients.md "Messages"), each person once. Somebody who has the file open a
 * second time is not another person, and an editor that is just being replaced is one's own.
 */
export function coAuthorsOf(list: readonly unknown[]): CoAuthor[] {
  const views = list.filter(isRecord);
  const known = new Set(views.filter(({ IsCurrentView }) => IsCurrentView === true).map(personOf));
  const others: CoAuthor[] = [];
  for (const view of views.slice(0, MAX_PEOPLE)) {
    const person = personOf(view);
    const viewId = /^\d+$/.test(String(view.ViewId)) ? Number(view.ViewId) : NaN;
    const name = stringOf(view.UserName).trim().slice(0, MAX_NAME);
    if (known.has(person) || !Number.isInteger(viewId) || !name) continue;
    known.add(person);
    const isReadOnly = view.ReadOnly === true || view.ReadOnly === '1' || view.ReadOnly === 1;
    others.push({ viewId, name, colour: colourOf(view.Color), isReadOnly });
  }
  return others;
}

/** Who it is; a view of nobody who is known is somebody of its own. */
const personOf = ({ UserId, ViewId }: Record<string, unknown>): string =>
  stringOf(UserId) || `view ${String(ViewId)}`;

/** LibreOffice gives a number, of which the last three bytes count. */
function colourOf(colour: unknown): string {
  if (typeof colour === 'string' && /^#[\da-f]{6}$/i.test(colour)) return colour;
  const number = Number.isInteger(colour) ? (colour as number) & 0xffffff : 0x666666;
  return `#${number.toString(16).padStart(6, '0')}`;
}
