/**
 * What the frame of a conversion may do: all but move the whole window without a click in it. Chromium lets a frame do
 * that to an address of the window's own site, and there the editor leads when it has converted: to Nuxeo's bare page
 * (docs/wopi-clients.md "New and converted files").
 */
const CONVERSION =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-by-user-activation';

let frames = 0;

/**
 * Makes the frame of one session, with a name of its own; it is never used for another. It has no `sandbox`, in which an
 * editor could not print (docs/wopi-clients.md "Rules of Microsoft").
 * @param isConversion whether the editor only converts the file, and is to stay in its frame
 */
export function createFrame(title: string, isConversion = false): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = `nuxeo-office-online-${++frames}`;
  frame.title = title;
  frame.allow = 'clipboard-read *; clipboard-write *; fullscreen *';
  if (isConversion) frame.setAttribute('sandbox', CONVERSION);
  return frame;
}
