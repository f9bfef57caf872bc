import { expect, reasonOf } from '../expect.js';
import { assertTrusted, isEditorOrigin } from '../../../src/access/trusted-origins.js';

describe('a token goes', () => {
  const trust = (url: string, ...origins: string[]) => reasonOf(() => assertTrusted(url, origins));

  it('to any https editor, unless origins are set', () => {
    expect(trust('https://office.example.com/x')).to.equal('none');
  });

  it('over http to this machine only', () => {
    for (const host of ['localhost:8081', '127.0.0.1', '127.8.8.8:1', '[::1]:80', 'office.localhost']) {
      expect(trust(`http://${host}/x`), host).to.equal('none');
    }
    for (const host of ['office.example.com', 'localhost.example.com', '127.0.0.1.nip.io', 'xlocalhost']) {
      expect(trust(`http://${host}/x`), host).to.equal('insecure-editor');
      expect(trust(`http://${host}/x`, `http://${host}`), host).to.equal('insecure-editor');
    }
  });

  it('to the origins that are set, and to no other', () => {
    const origins = ['https://office.example.com:8443', 'https://*.officeapps.live.com'];
    for (const url of ['https://office.example.com:8443/x', 'https://word-edit.officeapps.live.com/we/']) {
      expect(trust(url, ...origins), url).to.equal('none');
    }
    for (const url of [
      'https://office.example.com/x',
      'https://office.example.com.evil.example:8443/x',
      'https://officeapps.live.com.evil.example/x',
      'https://evilofficeapps.live.com/x',
      'https://officeapps.live.com/x',
      'https://evil.example/.officeapps.live.com',
      'https://evil.example\\.officeapps.live.com',
      'http://localhost:8081/x',
    ]) {
      expect(trust(url, ...origins), url).to.equal('untrusted-editor');
    }
  });

  it('to the usable ones of those that are set; to nobody where none is', () => {
    const office = 'https://office.example.com';
    expect(trust(`${office}/x`, 'office.example', `${office}/`)).to.equal('none');
    expect(trust('https://evil.example/x', 'evil.example', `${office}/`)).to.equal('untrusted-editor');
    expect(trust(`${office}/x`, 'office.example.com')).to.equal('untrusted-editor');
  });
});

describe('who may speak for the editor', () => {
  const WORD = 'https://word-edit.officeapps.live.com';

  it('is the editor itself', () => {
    expect(isEditorOrigin('https://a.example', 'https://a.example', [])).to.equal(true);
    expect(isEditorOrigin('http://localhost:8081', 'http://localhost:8081', [])).to.equal(true);
  });

  it('is a sibling host of the same service, or of the same trusted pattern', () => {
    expect(isEditorOrigin('https://euc-word-edit.officeapps.live.com', WORD, [])).to.equal(true);
    expect(isEditorOrigin('https://b.a.example', 'https://c.a.example', ['https://*.a.example'])).to.equal(
      true,
    );
  });

  it('is nobody else', () => {
    for (const origin of [
      'https://officeapps.live.com.evil.example',
      'https://evilofficeapps.live.com',
      'http://word-edit.officeapps.live.com',
      'https://word-edit.officeapps.live.com:444',
      'null',
      '',
    ]) {
      expect(isEditorOrigin(origin, WORD, ['https://a.example']), origin).to.equal(false);
    }
    expect(isEditorOrigin(WORD, 'https://a.example', [])).to.equal(false);
    expect(isEditorOrigin('https://b.a.example', 'https://a.b.example', ['https://*.a.example'])).to.equal(
      false,
    );
  });
});
