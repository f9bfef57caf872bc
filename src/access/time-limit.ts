/**
 * Ends with `signal`, or after so many seconds with a `TimeoutError`. The browser's own `AbortSignal.timeout` ends with
 * an `AbortError` in Chrome before 124, which would be told as a connection that is down.
 */
export function timeLimit(seconds: number, signal?: AbortSignal): AbortSignal {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException('', 'TimeoutError')), seconds * 1000);
  const end = () => {
    clearTimeout(timer);
    limit.abort(signal?.reason);
  };
  if (signal?.aborted) end();
  else signal?.addEventListener('abort', end, { once: true });
  return limit.signal;
}
