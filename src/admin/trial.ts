import { fetchLaunch } from '../access/launch.js';
import { postLaunch } from '../access/launch-form.js';
import { timeLimit } from '../access/time-limit.js';
import { Channel } from '../client/channel.js';
import { withEditorAddress } from '../client/editor-address.js';
import { kindOf, WOPI_CLIENTS } from '../client/wopi-clients.js';
import { failureOf, type FailureReason } from '../failure.js';
import { isRecord, stringOf } from '../narrow.js';
import { Opening } from '../session/opening.js';
import { editorSettings } from '../settings/editor-settings.js';
import { connect } from '../web-ui/connection.js';
import { ms, unknown, well, wrong, type Finding } from './finding.js';

/** How long an editor whose page has loaded may be silent before that is told, in ms. */
const SILENCE = 3_000;

/** The name of a message, a JSON text or an object: what it says may name people or files, and is not looked at. */
function nameOf(data: unknown): string {
  const text = isRecord(data) ? `"MessageId":"${stringOf(data.MessageId)}"` : stringOf(data);
  return /"MessageId":\s*"(\w{1,40})"/.exec(text)?.[1] ?? '';
}

/** The server has answered, the frame has loaded, the editor has said something, it has the file open. */
const STEPS = ['asked', 'framed', 'heard', 'open'] as const;

/**
 * Opens a file to view, in a frame, and follows how that goes. Nothing is written.
 * @param launchUrl the file's launch page, of an editor that is trusted
 * @param frame an empty one, in the page; it is gone when the trial has ended
 * @param tell hears all that is known of it, again and again
 * @param signal ends it
 */
export async function runTrial(
  launchUrl: string,
  frame: HTMLIFrameElement,
  tell: (findings: Finding[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  const times: Partial<Record<(typeof STEPS)[number], number>> = {};
  const heard: Record<string, Set<string>> = {};
  let result = unknown('trial.running');
  const note = (step?: (typeof STEPS)[number], found = result) => {
    if (step) times[step] ??= performance.now() - start;
    if (result.verdict !== 'well') result = found;
    const names = Object.entries(heard).map(([origin, each]) => `${[...each].join(', ')} (${origin})`);
    const isRunning = result.words === unknown('trial.running').words;
    const messages = names.length
      ? well('messages', names.join('; '))
      : (isRunning ? unknown : wrong)('messages.none');
    if (!signal.aborted)
      tell([result, well('times.steps', ...STEPS.map((each) => ms(times[each]))), messages]);
  };
  const fail = (reason: FailureReason) => note(undefined, wrong('trial.wrong', reason));
  const { loadTimeout, trustedOrigins } = editorSettings();
  const isEdit = launchUrl.includes('/wopi/edit/');
  note();
  try {
    const launch = withEditorAddress(
      await fetchLaunch(await connect(), launchUrl, timeLimit(loadTimeout, signal)),
      {
        intent: 'view',
        action: 'view',
        launchUrl,
        app: 'office',
        product: '',
        ...(isEdit && { byEdit: true }),
      },
      '',
    );
    note('asked');
    const { actionUrl } = launch;
    const opening = new Opening({
      actionUrl,
      client: WOPI_CLIENTS[kindOf(actionUrl)],
      loadTimeout,
      onOpened: () => setTimeout(() => note(undefined, unknown('trial.silent')), SILENCE),
      onFailed: ({ reason }) => fail(reason),
    });
    const channel = new Channel({
      frame,
      editorOrigin: new URL(actionUrl).origin,
      trustedOrigins,
      onEvent: ({ type }) => {
        if (type === 'load-failed' || type === 'session-closed') fail('editor-failed');
        if (type === 'loaded') note('open', well('trial.well'));
        else opening.heard();
        if (result.verdict !== 'unknown') opening.end();
      },
    });
    window.addEventListener(
      'message',
      ({ source, origin, data }) => {
        const name = nameOf(data);
        if (!name || !source || source !== frame.contentWindow) return;
        (heard[origin] ??= new Set()).add(name);
        note('heard');
      },
      { signal },
    );
    // An editor that begins to listen late has missed the first greetings.
    const greeting = setInterval(() => {
      if (times.framed && !channel.heard) channel.send('Host_PostmessageReady');
    }, 500);
    signal.addEventListener('abort', () => {
      clearInterval(greeting);
      opening.end();
      channel.close();
    });
    frame.onload = () => {
      if (frame.contentDocument?.URL === 'about:blank') return;
      note('framed');
      opening.frameLoaded();
    };
    postLaunch(launch, frame);
  } catch (error) {
    fail(failureOf(error).reason);
  }
}
