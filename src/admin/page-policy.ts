import { isRefused } from '../access/editor-reach.js';

/** How long the browser may take to say that the page's own policy keeps something out, in ms. */
const LONGEST = 3_000;

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Which directives of the page's own policy (Content-Security-Policy) keep an editor out: from a frame, or a form from
 * being sent to it. A form without any field goes to its discovery, in a frame that nobody sees; the policy is asked
 * before the editor is.
 */
export async function refusedBy(origin: string): Promise<string> {
  const refused = new Set<string>();
  const end = new AbortController();
  document.addEventListener(
    'securitypolicyviolation',
    (event) => {
      if (isRefused(event, ['frame-src', 'form-action'], origin)) refused.add(event.effectiveDirective);
    },
    end,
  );
  const frame = document.createElement('iframe');
  const form = document.createElement('form');
  frame.hidden = form.hidden = true;
  frame.name = form.target = 'nuxeo-office-online-policy';
  form.action = `${origin}/hosting/discovery`;
  document.body.append(frame, form);
  const steps = [() => (frame.src = form.action), () => form.submit()];
  for (const step of steps) {
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    try {
      step();
    } catch {
      // Firefox throws where the policy forbids the form (docs/wopi-clients.md "Who speaks").
      refused.add('form-action');
    }
    await Promise.race([loaded, pause(LONGEST)]);
    // What the policy forbids is told in a task of its own, after an empty page has loaded in the frame.
    await pause(50);
  }
  end.abort();
  frame.remove();
  form.remove();
  return [...refused].join(', ');
}
