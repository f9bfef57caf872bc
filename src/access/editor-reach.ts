/** How long a look may take, in ms. */
const LOOK_TIMEOUT = 5_000;

/** The browser tells that the page's own policy has refused a request in a task of its own, after the request has failed. */
const UNTIL_TOLD = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : '');

/** Whether the page's own policy (Content-Security-Policy) has just kept a request of one of those kinds from that origin. */
export const isRefused = (
  { effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent,
  directives: readonly string[],
  origin: string,
): boolean =>
  disposition === 'enforce' && directives.includes(effectiveDirective) && originOf(blockedURI) === origin;

/**
 * Looks whether anything answers where the editor is: a frame's `load` does not tell, for it fires for the browser's own
 * error page as well. Discovery is what every WOPI client has for who brings no token; any answer counts.
 * @returns `undefined` where that can't be told: the page's own policy forbids the look, or nothing comes for five seconds
 */
export async function canBeReached(actionUrl: string): Promise<boolean | undefined> {
  const { origin } = new URL(actionUrl);
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), LOOK_TIMEOUT);
  let canTell = true;
  document.addEventListener(
    'securitypolicyviolation',
    (event) => {
      if (isRefused(event, ['connect-src'], origin)) canTell = false;
    },
    { signal: end.signal },
  );
  try {
    await fetch(`${origin}/hosting/discovery`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: end.signal,
    });
    return true;
  } catch {
    if (end.signal.aborted) return undefined;
    await pause(UNTIL_TOLD);
    return canTell ? false : undefined;
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}
