import { postLaunch } from '../../../src/access/launch-form.js';
import { Failure, failureOf } from '../../../src/failure.js';
import { expect, reasonOf } from '../expect.js';

const launch = { actionUrl: `${location.origin}/nowhere?a=1`, accessToken: 'a.b.c', accessTokenTtl: 5 };

/** Runs `act`, and tells which forms it has submitted: where to, and with what. @param submit what submitting does */
function submitted(
  act: () => void,
  submit: () => void = () => undefined,
): { target: string; method: string; fields: Record<string, unknown> }[] {
  const own = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit')!;
  const forms: ReturnType<typeof submitted> = [];
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    const { target, method } = this;
    forms.push({ target, method, fields: Object.fromEntries(new FormData(this)) });
    submit();
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

  it('has what else the editor takes; the token is nobody else’s to name, and what is empty is left out', () => {
    const fields = { user_id: 'alice', owner_id: '', access_token: 'x' };
    const [form] = submitted(() => postLaunch({ ...launch, fields }, frame));
    expect(form?.fields).to.deep.equal({ user_id: 'alice', access_token: 'a.b.c', access_token_ttl: '5' });
  });

  it('that the page’s own policy forbids, which Firefox throws as no error of JavaScript, is told as that', () => {
    for (const [thrown, reason] of [
      [{ name: '', result: 0x805a0061 }, 'editor-blocked'],
      [new Failure('malformed'), 'malformed'],
    ] as const) {
      const act = () =>
        submitted(
          () => postLaunch(launch, frame),
          () => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- as Firefox does
            throw thrown;
          },
        );
      expect(reasonOf(act)).to.equal(reason);
      expect(document.querySelector('form, input')).to.equal(null);
    }
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
