import { z } from 'zod';
import { problem } from '../../main/contract/field';
import { parsePasted } from './parse-pasted';

export const ways = ['room', 'pasted'] as const;

/** Who joins where: a room with an identity, for which a token is issued, or a token that is there already. */
export const lobbySchema = z
  .object({
    way: z.enum(ways),
    room: z.string().trim().max(256, problem('too-long')),
    identity: z.string().trim().max(256, problem('too-long')),
    presetId: z.string(),
    pasted: z.string(),
  })
  .superRefine(({ way, room, pasted }, context) => {
    if (way === 'room' && room === '') context.addIssue({ code: 'custom', path: ['room'], message: problem('required') });
    if (way === 'pasted' && pasted.trim() === '') context.addIssue({ code: 'custom', path: ['pasted'], message: problem('required') });
    else if (way === 'pasted' && !parsePasted(pasted)) context.addIssue({ code: 'custom', path: ['pasted'], message: problem('no-token') });
  });
export type LobbyForm = z.output<typeof lobbySchema>;

/** Joining with an identity that is in the room ends the other session, so each form begins with one of its own. */
export function newQaIdentity(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(3));
  return `qa-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
