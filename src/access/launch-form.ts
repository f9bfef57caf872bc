import type { Launch } from './launch.js';

/**
 * Posts the token to the editor with a hidden form (docs/wopi-clients.md "Host page").
 * The form is gone from the document when this returns.
 * @param target the name of the frame to post into; without it, the document's own window goes to the editor
 */
export function postLaunch(
  { actionUrl, accessToken, accessTokenTtl }: Launch,
  page: Document,
  target = '',
): void {
  const form = page.createElement('form');
  form.hidden = true;
  form.method = 'post';
  form.action = actionUrl;
  form.target = target;
  form.append(
    hiddenField(page, 'access_token', accessToken),
    hiddenField(page, 'access_token_ttl', String(accessTokenTtl)),
  );
  page.body.append(form);
  try {
    HTMLFormElement.prototype.submit.call(form);
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
