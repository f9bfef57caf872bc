/** Where the page leads. */
export const EDITOR =
  'https://word-edit.officeapps.live.com/we/wordeditorframe.aspx?IsLicensedUser=1&WOPISrc=https%3A%2F%2Fn';

/** The stock server's launch page. */
export const launchPage = ({
  action = EDITOR,
  token = 'a.b.c',
  ttl = '1795387640361',
  method = 'post',
  icon = '/nuxeo/icons/favicon.png',
} = {}) => {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html><html><head><link rel="icon" href="${escape(icon)}" /></head><body>
    <form id="office_form" name="office_form" target="office_frame" action="${escape(action)}" method="${method}">
      <input name="access_token" value="${escape(token)}" type="hidden"/>
      <input name="access_token_ttl" value="${escape(ttl)}" type="hidden"/>
    </form><script>document.getElementById('office_form').submit()</script></body></html>`;
};
