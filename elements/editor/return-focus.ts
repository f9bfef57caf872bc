import { fileOf } from '../../src/address/read-route.js';
import { shownActions } from '../../src/offer/shown-actions.js';

/** Focuses the action of that file as soon as it can be seen, unless the person has gone on meanwhile. */
export function returnFocus(file: string): void {
  const deadline = performance.now() + 5000;
  const look = () => {
    if (performance.now() > deadline || document.activeElement !== document.body) return;
    const action = [...shownActions].find(
      (candidate) =>
        !candidate.also &&
        candidate.route &&
        fileOf(candidate.route) === file &&
        candidate.getClientRects().length,
    );
    if (action) action.focus();
    // A tab that is not looked at gets no frames.
    else setTimeout(look, 50);
  };
  look();
}
