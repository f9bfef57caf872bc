import { Failure } from '../failure.js';
import type { Launch } from './launch.js';

/**
 * Posts the token to the editor with a hidden form (docs/wopi-clients.md "Host page").
 * The form is gone from the document when this returns.
 * @param into the frame to post into, or the document whose own window goes to the editor
 * @throws Failure `editor-failed` for a frame that is not in a page: a form that finds no frame of its name would open
 *   a new tab, with the token; `editor-blocked` where the page's own policy forbids the post
 */
export function postLaunch(
  { actionUrl, accessToken, accessTokenTtl, fields }: Launch,
  into: HTMLIFrameElement | Document,
): void {
  const isFrame = into instanceof HTMLIFrameElement;
  if (isFrame && !into.contentWindow) throw new Failure('editor-failed');
  const page = isFrame ? into.ownerDocument : into;
  const form = page.createElement('form');
  form.hidden = true;
  form.method = 'post';
  form.action = actionUrl;
  form.target = isFrame ? into.name : '';
  const all = { ...fields, access_token: accessToken, access_token_ttl: String(accessTokenTtl) };
  for (const [name, value] of Object.entries(all)) if (value) form.append(hiddenField(page, name, value));
  page.body.append(form);
  try {
    HTMLFormElement.prototype.submit.call(form);
  } catch (error) {
    // Where the page's own policy forbids the post, Firefox throws what is no Error; other browsers tell by an event.
    throw error instanceof Error ? error : new Failure('editor-blocked', new URL(actionUrl).origin);
  } finally {
    form.remove();
  }
}

function hiddenField(page: Document, name: string, value: string): HTMLInputElement {
  const field = page.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}
