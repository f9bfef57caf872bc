import { isOriginPattern, isWildcard, matchesPattern } from '../../../src/settings/origin-patterns.js';
import { expect } from '../expect.js';

describe('an entry of trustedOrigins', () => {
  const usable: [string, stands: string[], butNotFor: string[]][] = [
    ['https://office.example.com', ['https://office.example.com'], ['https://a.office.example.com']],
    ['https://office.example.com/', ['https://office.example.com'], []],
    [' https://office.example.com ', ['https://office.example.com'], []],
    ['HTTPS://Office.Example.COM', ['https://office.example.com'], []],
    ['https://office.example.com:443', ['https://office.example.com'], ['https://office.example.com:8443']],
    ['https://office.example.com:8443/', ['https://office.example.com:8443'], ['https://office.example.com']],
    ['https://büro.example', ['https://xn--bro-hoa.example'], ['https://buro.example']],
    ['https://10.0.0.7', ['https://10.0.0.7'], ['https://10.0.0.70']],
    ['https://[2001:DB8::1]:8443', ['https://[2001:db8::1]:8443'], []],
    ['https://intranet', ['https://intranet'], ['https://intranet.example']],
    ['http://localhost:9980', ['http://localhost:9980'], ['https://localhost:9980']],
    ['http://127.0.0.1:9980', ['http://127.0.0.1:9980'], ['http://localhost:9980']],
    [
      'https://*.Example.com/',
      ['https://a.example.com', 'https://a.b.example.com'],
      [
        'https://example.com',
        'https://evilexample.com',
        'https://a.example.com:8443',
        'http://a.example.com',
        'https://a.example.com.evil.example',
      ],
    ],
    ['https://*.example.com:8443', ['https://a.example.com:8443'], ['https://a.example.com']],
    ['https://*.büro.example', ['https://a.xn--bro-hoa.example'], ['https://xn--bro-hoa.example']],
    ['http://*.office.localhost:80', ['http://a.office.localhost'], ['http://office.localhost']],
  ];
  for (const [entry, stands, butNotFor] of usable) {
    it(`${JSON.stringify(entry)} stands for ${stands.join(', ')}`, () => {
      expect(isOriginPattern(entry)).to.equal(true);
      expect(isWildcard(entry)).to.equal(entry.includes('*'));
      for (const origin of stands) expect(matchesPattern(origin, entry), origin).to.equal(true);
      for (const origin of butNotFor) expect(matchesPattern(origin, entry), origin).to.equal(false);
    });
  }

  /** Whom each must not stand for, however it may be read. */
  const unusable: Record<string, string> = {
    '': 'https://office.example.com',
    'office.example.com': 'https://office.example.com',
    '//office.example.com': 'https://office.example.com',
    'https://office.example.com/wopi': 'https://office.example.com',
    'https://office.example.com//': 'https://office.example.com',
    'https://office.example.com?a': 'https://office.example.com',
    'https://office.example.com#a': 'https://office.example.com',
    'https://user:secret@office.example.com': 'https://office.example.com',
    'https://office.example.com@evil.example': 'https://evil.example',
    'https://office.example.com\\@evil.example': 'https://office.example.com',
    'https:\\\\office.example.com': 'https://office.example.com',
    'https://office%2eexample.com': 'https://office.example.com',
    'https://office.\nexample.com': 'https://office.example.com',
    'https://office.example.com:99999': 'https://office.example.com',
    'https://office.example.com:': 'https://office.example.com',
    'http://office.example.com': 'http://office.example.com',
    'https:office.example.com': 'https://office.example.com',
    'javascript:alert(1)': 'null',
    null: 'null',
    '*': 'https://evil.example',
    'https://*': 'https://evil.example',
    'https://*.': 'https://evil.example',
    'https://*.com': 'https://evil.com',
    'https://*.com.': 'https://evil.com.',
    'https://*.localhost': 'https://evil.localhost',
    'https://*.0.0.1': 'https://127.0.0.1',
    'https://*.7': 'https://10.0.0.7',
    'https://*.[::1]': 'https://[::1]',
    'https://*.*.example.com': 'https://a.b.example.com',
    'https://office*.example.com': 'https://office1.example.com',
    'https://office.*.com': 'https://office.evil.com',
    'http://*.example.com': 'http://a.example.com',
  };
  for (const [entry, origin] of Object.entries(unusable)) {
    it(`${JSON.stringify(entry)} stands for nobody`, () => {
      expect(isOriginPattern(entry)).to.equal(false);
      expect(isWildcard(entry)).to.equal(false);
      expect(matchesPattern(origin, entry)).to.equal(false);
    });
  }
});
