import { randomBytes, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';

/** A token for the WOPI client, and the moment it expires (ms since 1970). */
export interface AccessToken {
  readonly token: string;
  readonly expires: number;
}

/** Issues and verifies Nuxeo's JWTs; the secret is made anew with each instance. */
export class Tokens {
  private readonly secret = randomBytes(64);

  /** @param lifetime seconds @param now the server's clock, in ms since 1970 */
  constructor(
    private readonly lifetime: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** A token for the user. Nuxeo's have no `jti`; here it lets a test tell two of the same second apart. */
  async issue(userName: string): Promise<AccessToken> {
    const expires = Math.floor(this.now() / 1000) + this.lifetime;
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS512', typ: 'JWT' })
      .setIssuer('nuxeo')
      .setSubject(userName)
      .setExpirationTime(expires)
      .setJti(randomUUID())
      .sign(this.secret);
    return { token, expires: expires * 1000 };
  }

  /** The name of the user whose token it is; undefined if it is expired or not ours. */
  async userOf(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        issuer: 'nuxeo',
        algorithms: ['HS512'],
        currentDate: new Date(this.now()),
      });
      return payload.sub;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
