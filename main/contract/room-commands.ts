import { z } from 'zod';
import { permission } from './participants';
import { newRoomConfig } from './room-config';

const inRoom = { room: z.string() };
const ofOne = { ...inRoom, identity: z.string() };

/** An action, to be shown as what does the same elsewhere. */
export const roomCommand = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('list-rooms') }),
  z.strictObject({ action: z.literal('create-room'), ...inRoom, config: newRoomConfig.prefault({}) }),
  z.strictObject({ action: z.literal('close-room'), ...inRoom }),
  z.strictObject({ action: z.literal('set-room-metadata'), ...inRoom, metadata: z.string() }),
  z.strictObject({ action: z.literal('list-participants'), ...inRoom }),
  z.strictObject({ action: z.literal('mute-track'), ...ofOne, trackSid: z.string(), muted: z.boolean() }),
  z.strictObject({ action: z.literal('remove'), ...ofOne }),
  z.strictObject({
    action: z.literal('update'),
    ...ofOne,
    name: z.string().exactOptional(),
    metadata: z.string().exactOptional(),
    attributes: z.record(z.string(), z.string()).exactOptional(),
    permission: permission.exactOptional(),
  }),
  z.strictObject({ action: z.literal('subscribe'), ...ofOne, trackSids: z.array(z.string()), subscribe: z.boolean() }),
  z.strictObject({
    action: z.literal('send-data'),
    ...inRoom,
    identities: z.array(z.string()),
    topic: z.string(),
    text: z.string(),
    reliable: z.boolean(),
  }),
  z.strictObject({ action: z.literal('rpc'), ...ofOne, method: z.string(), payload: z.string() }),
  z.strictObject({ action: z.literal('move'), ...ofOne, destinationRoom: z.string() }),
  z.strictObject({ action: z.literal('forward'), ...ofOne, destinationRoom: z.string() }),
]);
export type RoomCommand = z.output<typeof roomCommand>;

/** One for each target. */
export const commandRequest = z.strictObject({ profileId: z.uuid(), commands: z.array(roomCommand).min(1).max(10_000) });
/** A line for each. Key and secret come from the environment. `lk`: null where LiveKit's CLI lacks one of the commands. */
export const commandText = z.object({ lk: z.string().nullable(), curl: z.string() });
