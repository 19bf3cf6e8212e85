import { randomBytes } from 'node:crypto';
import { cutToBytes, limits } from '../contract/name-lints';
import { amber, type Lint, red } from '../contract/token-lints';
import type { TokenRequestOutput } from '../contract/tokens';

/** A name that nobody has: this beginning, a dash and eight hex digits. */
export const uniqueName = (beginning: string) =>
  `${cutToBytes(beginning, limits.identity - 9).replace(/-[0-9a-f]{8}$/, '')}-${randomBytes(4).toString('hex')}`;

/** Who and where, as the grants need them. */
export function whoLints({ identity, room, grants: { roomJoin, roomAdmin } }: TokenRequestOutput): Lint[] {
  return [
    ...(roomJoin && identity === '' ? [red('no-identity', { cure: { identity: uniqueName('guest') } })] : []),
    ...(roomJoin && room === '' ? [red('no-room', { cure: { room: uniqueName('room') } })] : []),
    ...(roomAdmin && !roomJoin && room === '' ? [red('admin-needs-room')] : []),
    ...(!roomAdmin && !roomJoin && room !== '' ? [amber('room-dropped', { values: { room }, cure: { room: '' } })] : []),
  ];
}
