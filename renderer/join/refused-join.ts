import { api, unwrap } from '../api';
import { decodeToken } from '../ui/decode-token';
import { type Refused, refusalOf } from './refusal';

export class JoinRefused extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.said);
    this.refused = refused;
  }
}

/**
 * What an error of joining means, where the client cannot tell: a full room is to it a socket that closed. `profile`: the open one; main
 * is asked only where the token is for its server.
 */
export async function refusedJoin(error: unknown, order: { url: string; token: string }, profile: { id: string; serverUrl: string }) {
  const refused = refusalOf(error, order.url);
  if (refused.code !== 'handshake-refused' || order.url !== profile.serverUrl) return new JoinRefused(refused);
  const { room, identity } = namesIn(order.token);
  if (!room) return new JoinRefused({ ...refused, code: 'no-room' });
  const situation = await unwrap(api['tokens.situation']({ profileId: profile.id, room, identity })).catch(() => null);
  const isFull = situation?.lints.some(({ code }) => code === 'room-full') ?? false;
  return new JoinRefused(isFull ? { ...refused, code: 'room-full' } : refused);
}

function namesIn(token: string): { room: string; identity: string } {
  const { video, sub } = decodeToken(token)?.claims ?? {};
  const room = typeof video === 'object' && video !== null && 'room' in video ? video.room : '';
  return { room: String(room ?? ''), identity: String(sub ?? '') };
}
