import { Failure, failureOf, failureOfRequest } from '../../src/failure.js';
import { expect } from './expect.js';

describe('why it failed', () => {
  const report = window.reportError.bind(window);
  let told: unknown[];

  beforeEach(() => {
    told = [];
    window.reportError = (error) => void told.push(error);
  });

  afterEach(() => {
    window.reportError = report;
  });

  it('is what a request says: no answer is the network', () => {
    expect(failureOfRequest(new TypeError('Failed to fetch')).reason).to.equal('network');
    expect(told).to.eql([]);
  });

  it('is what was thrown where it is known', () => {
    const known = new Failure('untrusted-editor', 'https://example.com');
    expect(failureOf(known)).to.equal(known);
    expect(failureOfRequest(known)).to.equal(known);
    expect(told).to.eql([]);
  });

  it('is unexpected for a mistake in the code, which the console is told', () => {
    const mistake = new TypeError('x is not a function');
    expect(failureOf(mistake).reason).to.equal('unexpected');
    expect(told).to.eql([mistake]);
  });
});
