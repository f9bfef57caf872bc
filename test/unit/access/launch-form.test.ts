import { postLaunch } from '../../../src/access/launch-form.js';
import { failureOf } from '../../../src/failure.js';
import { expect } from '../expect.js';

const launch = { actionUrl: `${location.origin}/nowhere?a=1`, accessToken: 'a.b.c', accessTokenTtl: 5 };

/** Runs `act`, and tells which forms it has submitted: where to, and with what. */
function submitted(act: () => void): { target: string; method: string; fields: Record<string, unknown> }[] {
  const own = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit')!;
  const forms: ReturnType<typeof submitted> = [];
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    const { target, method } = this;
    forms.push({ target, method, fields: Object.fromEntries(new FormData(this)) });
  };
  try {
    act();
  } finally {
    Object.defineProperty(HTMLFormElement.prototype, 'submit', own);
  }
  return forms;
}

describe('the form that posts a token', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    frame = document.createElement('iframe');
    frame.name = 'the-editor';
    document.body.append(frame);
  });
  afterEach(() => frame.remove());

  it('goes into the frame, and is gone from the page', () => {
    expect(submitted(() => postLaunch(launch, frame))).to.deep.equal([
      { target: 'the-editor', method: 'post', fields: { access_token: 'a.b.c', access_token_ttl: '5' } },
    ]);
    expect(document.querySelector('form, input')).to.equal(null);
  });

  it('is not submitted for a frame that is gone: it would open a new tab', () => {
    frame.remove();
    let reason = '';
    const forms = submitted(() => {
      try {
        postLaunch(launch, frame);
      } catch (error) {
        ({ reason } = failureOf(error));
      }
    });
    expect({ forms, reason }).to.deep.equal({ forms: [], reason: 'editor-failed' });
    expect(document.querySelector('form, input')).to.equal(null);
  });
});
