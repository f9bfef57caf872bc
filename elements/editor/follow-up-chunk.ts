/**
 * Not needed to open a file, so it is fetched beside: the way back, what lies behind, what is told to other tabs, and
 * what follows a session.
 */
export const followUp = import('./follow-up.js');
