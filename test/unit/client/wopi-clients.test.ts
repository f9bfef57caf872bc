import { kindOf, WOPI_CLIENTS } from '../../../src/client/wopi-clients.js';
import { expect } from '../expect.js';

const WOPI_SRC = 'IsLicensedUser=1&WOPISrc=https%3A%2F%2Fn.example%2Fnuxeo%2Fsite%2Fwopi%2Ffiles%2Fa~b%20c';
const OFFICE = `https://word-edit.officeapps.live.com/we/wordeditorframe.aspx?${WOPI_SRC}`;
const COLLABORA = `https://collabora.example/browser/abc/cool.html?${WOPI_SRC}`;

describe('the kinds of WOPI client', () => {
  const kinds = {
    [OFFICE]: 'microsoft',
    'https://oos.example/x/_layouts/xlviewerinternal.aspx?a': 'microsoft',
    'https://oos.example/p/PowerPointFrame.aspx': 'microsoft',
    'https://oos.example/wv/wordviewerframe.aspx': 'microsoft',
    'https://oos.example/o/onenoteframe.aspx': 'microsoft',
    [COLLABORA]: 'collabora',
    'https://old.example/loleaflet/1/loleaflet.html?': 'libreoffice',
    'https://onlyoffice.example/hosting/wopi/word/edit?': 'onlyoffice',
    'https://other.example/editor': 'generic',
  };
  for (const [url, kind] of Object.entries(kinds)) {
    it(`${kind}: ${url.slice(0, 60)}`, () => expect(kindOf(url)).to.equal(kind));
  }

  it('Microsoft’s own service is told from a server of the same software', () => {
    const isCloud = (url: string) => WOPI_CLIENTS.microsoft.isCloud?.(new URL(url));
    expect(isCloud(OFFICE)).to.equal(true);
    expect(isCloud('https://excel.officeapps-df.live.com/x/_layouts/xlviewerinternal.aspx')).to.equal(true);
    for (const other of ['officeapps.example', 'officeapps.live.com.example', 'word.officeapps.live.com.de'])
      expect(isCloud(`https://${other}/we/wordeditorframe.aspx`), other).to.equal(false);
  });
});
