/** What the frame may do: as the stock page allows, with which Microsoft's sign-in can take the whole window. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation allow-downloads allow-modals';

let frames = 0;

/** Makes the frame of one session, with a name of its own; it is never used for another. */
export function createFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = `nuxeo-office-online-${++frames}`;
  frame.title = title;
  frame.allow = 'clipboard-read *; clipboard-write *; fullscreen *';
  frame.allowFullscreen = true;
  frame.setAttribute('sandbox', SANDBOX);
  return frame;
}
