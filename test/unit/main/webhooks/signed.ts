import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { Refusal } from '../../../../main/contract/result';
import type { Incoming, Keyring } from '../../../../main/webhooks/verify';

export const harbor = { id: 'harbor', name: 'Harbor', apiKey: 'APIharbor', apiSecret: 'a secret of more than thirty-two letters' };

/** The profiles and secrets of a console. `null`: the keychain holds none. */
export const keyringOf = (...profiles: { id: string; name: string; apiKey: string; apiSecret: string | null }[]): Keyring => ({
  owners: (apiKey) => profiles.filter((profile) => profile.apiKey === apiKey),
  withSecret(id, use) {
    const secret = profiles.find((profile) => profile.id === id)?.apiSecret;
    if (!secret) throw new Refusal('secret-missing', 'none');
    return use(secret);
  },
});

/** As livekit-server signs a body. */
export function sign(
  body: string | Buffer,
  { apiKey, apiSecret }: { apiKey: string; apiSecret: string } = harbor,
  ttl: number | string = 300,
): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { ttl });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

export const arrives = (body: string | Buffer, headers: Record<string, string>): Incoming => ({
  from: '127.0.0.1',
  headers: new Headers({ 'content-type': 'application/webhook+json', ...headers }),
  body: Buffer.from(body),
});
