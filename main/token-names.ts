import { z } from 'zod';

const claims = z.object({ sub: z.string().catch(''), video: z.object({ room: z.string().catch('') }).catch({ room: '' }) });

/** Whom and which room a token names, unchecked; empty where it names none or is no token at all. */
export function namesInToken(jwt: string): { identity: string; room: string } {
  try {
    const { sub, video } = claims.parse(JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()));
    return { identity: sub, room: video.room };
  } catch {
    return { identity: '', room: '' };
  }
}
