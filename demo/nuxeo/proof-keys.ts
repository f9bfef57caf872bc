import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The WOPI client's public keys, current and previous, as discovery has them: base64. */
export interface ProofKey {
  readonly modulus: string;
  readonly exponent: string;
  readonly oldModulus: string;
  readonly oldExponent: string;
}

/** What a request from the WOPI client proves itself with. */
export interface Proof {
  /** base64 of the signature with the current key: `X-WOPI-Proof` */
  readonly proof: string;
  /** base64 of the signature with the previous key: `X-WOPI-ProofOld` */
  readonly proofOld: string;
  /** .NET ticks: `X-WOPI-TimeStamp` */
  readonly timestamp: string;
  /** the address called, query string included */
  readonly url: string;
  readonly token: string;
}

const ticksAtEpoch = 621_355_968_000_000_000n;
const ticksPerMillisecond = 10_000n;
const twentyMinutes = 20 * 60 * 1000;

/**
 * Whether the request comes from the WOPI client: signed with its current key, or with the previous one while it
 * changes keys, at most 20 minutes ago.
 */
export function isProven(key: ProofKey, proof: Proof): boolean {
  if (!/^\d{1,18}$/.test(proof.timestamp)) return false;
  const timestamp = BigInt(proof.timestamp);
  const age = Date.now() - Number((timestamp - ticksAtEpoch) / ticksPerMillisecond);
  if (age > twentyMinutes) return false;

  const bytes = signedBytes(proof.token, proof.url, timestamp);
  const current = publicKey(key.modulus, key.exponent);
  const signs = (by: KeyObject, signature: string): boolean =>
    verify('RSA-SHA256', bytes, by, Buffer.from(signature, 'base64'));
  return (
    signs(current, proof.proof) ||
    (proof.proofOld !== '' &&
      (signs(current, proof.proofOld) || signs(publicKey(key.oldModulus, key.oldExponent), proof.proof)))
  );
}

/** What the WOPI client signs: token, URL in upper case and timestamp, each after its length (4 bytes, big-endian). */
export function signedBytes(token: string, url: string, timestamp: bigint): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigInt64BE(timestamp);
  const parts = [Buffer.from(token), Buffer.from(url.toUpperCase()), time];
  return Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(part.length);
  return length;
}

function publicKey(modulus: string, exponent: string): KeyObject {
  const jwk = { kty: 'RSA', n: urlSafe(modulus), e: urlSafe(exponent) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function urlSafe(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64url');
}
