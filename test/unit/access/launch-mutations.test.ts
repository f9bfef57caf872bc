import { postLaunch } from '../../../src/access/launch-form.js';
import { Failure } from '../../../src/failure.js';
import { readLaunchPage, type Launch } from '../../../src/access/launch.js';
import { assertTrusted } from '../../../src/access/trusted-origins.js';
import { expect } from '../expect.js';
import { launchPage } from './launch-page.js';

describe('10,000 mutated launch pages', () => {
  const TRUSTED = ['https://*.officeapps.live.com'];
  const SCRAPS = [
    '',
    '"',
    "'",
    '<',
    '>',
    '&',
    '&quot;',
    '&#10;',
    '\n',
    '\0',
    ' ',
    '/',
    '//',
    '\\',
    '@',
    ':',
    '#',
    '?',
    '%2e',
    '.',
    'é',
    '\u202e',
    'https://evil.example/',
    'javascript:',
    'data:text/html,',
    '<form>',
    '</form>',
    '<base href="https://evil.example/">',
    '<input name="access_token" value="x">',
    'action="https://evil.example/a"',
    'method="get"',
    'formaction="https://evil.example/"',
    '<template>',
    '</template>',
    '<!--',
    '-->',
    '<script>',
    '<svg>',
    '<math>',
  ];

  /** The same numbers in every run (a linear congruential generator). */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  function mutate(text: string, pick: (below: number) => number): string {
    let mutated = text;
    for (let count = 1 + pick(4); count > 0; count -= 1) {
      const [at, to] = [pick(mutated.length + 1), pick(mutated.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const scrap = SCRAPS[pick(SCRAPS.length)] ?? '';
      const changed = [
        () => mutated.slice(0, at) + scrap + mutated.slice(at),
        () => mutated.slice(0, at) + scrap + mutated.slice(at + 1 + pick(8)),
        () => mutated.slice(0, at) + mutated.slice(to),
        () => mutated.slice(0, to) + mutated.slice(at),
        () => mutated.slice(0, at) + String.fromCharCode(pick(0x250)) + mutated.slice(at + 1),
      ][pick(5)];
      mutated = changed?.() ?? mutated;
    }
    return mutated;
  }

  /** Every address that a form of the page names. */
  const addressesIn = (body: string) =>
    [...new DOMParser().parseFromString(body, 'text/html').querySelectorAll('form')].map((form) =>
      form.getAttribute('action'),
    );

  const submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit');
  const posted: string[] = [];
  before(() => {
    HTMLFormElement.prototype.submit = function () {
      posted.push(this.action);
    };
  });
  after(() => {
    if (submit) Object.defineProperty(HTMLFormElement.prototype, 'submit', submit);
  });

  it('are a typed failure, or lead where the page says in full, and nowhere else', function () {
    this.timeout(60_000);
    const pick = numbers(20_261_123);
    const seen = { launched: 0, failed: 0 };
    for (let i = 0; i < 10_000; i += 1) {
      const body = mutate(launchPage(), pick);
      let launch: Launch | undefined;
      try {
        launch = readLaunchPage(body);
        assertTrusted(launch.actionUrl, TRUSTED);
      } catch (error) {
        expect(error, body).to.be.instanceOf(Failure);
        seen.failed += 1;
        continue;
      }
      seen.launched += 1;
      postLaunch(launch, document);
      const to = new URL(posted.pop() ?? '');
      expect(to.href, body).to.equal(new URL(launch.actionUrl).href);
      expect(to.protocol + to.hostname, body).to.match(/^https:.+\.officeapps\.live\.com$/);
      expect(addressesIn(body), body).to.include(launch.actionUrl);
      expect(launch.accessToken, body).not.to.equal('');
      expect(Number.isSafeInteger(launch.accessTokenTtl), body).to.equal(true);
    }
    expect(seen.launched).to.be.above(1000);
    expect(seen.failed).to.be.above(1000);
  });
});
