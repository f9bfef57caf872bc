import { icon } from '../common/icon.js';

export const closeIcon = icon('M6 6l12 12M18 6L6 18');
export const fullScreenIcon = icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5');
export const newTabIcon = icon('M13 4h7v7M20 4l-9 9M18 14v6H4V6h6');

/** The states of a session, but for problems, which are told in words. */
export const stateIcons = {
  busy: icon('M5 12h2M11 12h2M17 12h2'),
  opened: icon('M12 11v6M12 7.5h.01M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0'),
  changed: icon('M4 20l1-5L16 4l4 4L9 19z'),
  saved: icon('M4 12l6 6L20 6'),
};
