import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** The page of an editor: it tells its host what was posted to it and what it hears, and says what it is told to. */
const page = (posted: Record<string, string>, more: string) => `<!doctype html><title>Editor</title>
<script>
  addEventListener('message', ({ data }) => {
    if (data.say) parent.postMessage(data.say, '*');
    else if (data.finish) document.querySelector('img').src = '';
    else parent.postMessage({ heard: JSON.parse(data) }, '*');
  });
  parent.postMessage({ posted: ${JSON.stringify(posted).replaceAll('<', '\\u003c')} }, '*');
</script>${more}`;

/**
 * Answers below `/wopi-editor/` as an editor, on every host that leads to this machine: `never` does not answer, the page
 * at `slow` loads until it is told to finish. On hosts whose name begins with `gone` every connection breaks.
 */
export const serveEditor: Middleware = async (context, next) => {
  if (context.hostname.startsWith('gone.')) context.req.socket.destroy();
  if (!context.path.startsWith('/wopi-editor/')) {
    await next();
    return;
  }
  if (context.path.endsWith('/never')) await new Promise(() => undefined);
  let body = '';
  for await (const chunk of context.req.setEncoding('utf8')) body += chunk;
  const posted = Object.fromEntries(new URLSearchParams(body));
  context.type = 'html';
  context.body = page(posted, context.path.endsWith('/slow') ? '<img src="never">' : '');
};
