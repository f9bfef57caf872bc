import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A public key as discovery shows it: base64. */
export interface PublishedKey {
  readonly modulus: string;
  readonly exponent: string;
  /** the same as Microsoft's CryptoAPI writes keys */
  readonly value: string;
}

/** The headers with which a WOPI client proves that a call is its own. */
export interface ProofHeaders {
  'X-WOPI-Proof': string;
  'X-WOPI-ProofOld': string;
  'X-WOPI-TimeStamp': string;
}

const ticksAtEpoch = 621_355_968_000_000_000n;
const ticksPerMillisecond = 10_000n;

/** The pair of keys, current and previous, that this WOPI client signs its calls with. Made anew at each start. */
export class ProofKeys {
  #current = makeKey();
  #old = makeKey();

  get current(): PublishedKey {
    return this.#current.published;
  }

  get old(): PublishedKey {
    return this.#old.published;
  }

  /** Signs a call: token, URL in upper case and time, each after its length in four bytes. */
  sign(url: string, token: string): ProofHeaders {
    const ticks = BigInt(Date.now()) * ticksPerMillisecond + ticksAtEpoch;
    const time = Buffer.alloc(8);
    time.writeBigInt64BE(ticks);
    const bytes = Buffer.concat(
      [Buffer.from(token), Buffer.from(url.toUpperCase()), time].flatMap(afterItsLength),
    );
    return {
      'X-WOPI-Proof': signature(bytes, this.#current.secret),
      'X-WOPI-ProofOld': signature(bytes, this.#old.secret),
      'X-WOPI-TimeStamp': ticks.toString(),
    };
  }
}

/** Half of what Microsoft's have: quickly made, and nobody breaks into a stand-in. */
const keyBits = 1024;

function makeKey(): { secret: KeyObject; published: PublishedKey } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: keyBits });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const modulus = Buffer.from(n, 'base64url');
  const exponent = Buffer.from(e, 'base64url');
  return {
    secret: privateKey,
    published: {
      modulus: modulus.toString('base64'),
      exponent: exponent.toString('base64'),
      value: cryptoApiBlob(modulus, exponent).toString('base64'),
    },
  };
}

/** PUBLICKEYBLOB: a fixed start, then bits, exponent and modulus with the lowest byte first. */
function cryptoApiBlob(modulus: Buffer, exponent: Buffer): Buffer {
  const head = Buffer.from([0x06, 0x02, 0x00, 0x00, 0x00, 0xa4, 0x00, 0x00, 0x52, 0x53, 0x41, 0x31]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(modulus.length * 8, 0);
  numbers.writeUIntLE(exponent.readUIntBE(0, exponent.length), 4, 4);
  return Buffer.concat([head, numbers, Buffer.from(modulus).reverse()]);
}

function afterItsLength(part: Buffer): [Buffer, Buffer] {
  const length = Buffer.alloc(4);
  length.writeInt32BE(part.length);
  return [length, part];
}

function signature(bytes: Buffer, key: KeyObject): string {
  return createSign('RSA-SHA256').update(bytes).sign(key, 'base64');
}
