import type { OpenFile } from '../../src/session/open-file.js';
import type { Presence } from '../presence/presence.js';

const OVER: readonly string[] = ['failed', 'closing', 'closed'];
const NONE: readonly unknown[] = [];

/** Shows who else has the file open in the editor's header, with code that is fetched when somebody has. */
export function followPresence(openFile: OpenFile, editor: HTMLElement): void {
  let presence: Presence | undefined;
  let seen = NONE;
  let stale: unknown;
  const follow = async () => {
    // While a session follows another one, the others are there still, as far as is known. After one that has failed
    // nothing is known of them until the next one tells.
    if (OVER.includes(openFile.state.phase)) stale = openFile.views;
    const views = openFile.views === stale ? NONE : openFile.views;
    if (views === seen) return;
    seen = views;
    // One of the views is this person's own, and so are both while one editor takes the place of another.
    if (!presence && views.length < 2) return;
    const { Presence, coAuthorsOf } = await import('../presence/presence.js');
    const others = coAuthorsOf(seen);
    if (!presence && !others.length) return;
    presence ??= new Presence(editor, (values) => openFile.send('Action_FollowUser', values));
    presence.show(others);
  };
  // Who is there is not worth a word about code that could not be fetched.
  openFile.subscribe(() => void follow().catch(() => undefined));
}
