import type { Offer } from '../offer/offers.js';
import { failureOfRequest } from '../failure.js';
import { requestLaunch, type Launch } from './launch.js';

/** How long a launch that no click has taken is kept, in ms. */
const LIFETIME = 10_000;

interface PressedLaunch {
  launchUrl: string;
  answer: Promise<Launch>;
  request: AbortController;
  forget: ReturnType<typeof setTimeout>;
}

let pressed: PressedLaunch | undefined;

function forgetPressed(): void {
  clearTimeout(pressed?.forget);
  pressed?.request.abort();
  pressed = undefined;
}

/**
 * Asks for the launch when the button goes down, so that it is on its way when the click comes. Without a click it is
 * forgotten after ten seconds. Pressing again before that asks nothing anew.
 */
export function pressLaunch(offer: Offer): void {
  if (pressed?.launchUrl === offer.launchUrl) return;
  forgetPressed();
  const request = new AbortController();
  const answer = requestLaunch(offer, request.signal);
  // Nobody is told of a press that fails: the click asks again.
  answer.catch(() => undefined);
  pressed = {
    launchUrl: offer.launchUrl,
    answer,
    request,
    forget: setTimeout(forgetPressed, LIFETIME),
  };
}

/**
 * The launch for a click: the one that its press has asked for, once; where there is none, or it has failed, a new one.
 * @throws Failure
 */
export async function launchAtClick(offer: Offer, signal: AbortSignal): Promise<Launch> {
  const taken = pressed?.launchUrl === offer.launchUrl ? pressed : undefined;
  if (!taken) return requestLaunch(offer, signal);
  pressed = undefined;
  clearTimeout(taken.forget);
  signal.addEventListener('abort', () => taken.request.abort(), { once: true });
  try {
    return await taken.answer;
  } catch {
    if (signal.aborted) throw failureOfRequest(signal.reason);
    return requestLaunch(offer, signal);
  }
}
