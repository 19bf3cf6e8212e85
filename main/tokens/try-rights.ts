import { Refusal } from '../contract/result';
import { type ApiRight, apiRights, type RightTry } from '../contract/tokens';
import { refusalOfFailure } from '../livekit/errors';
import { createRpc, type Rpc } from '../livekit/rpc';
import { namesInToken } from '../token-names';

/** Both are wrong, and the server looks at the right before it looks at them (RoomService.CreateRoom of 1.13.5): no room is ever made. */
const impossibleRoom = { name: 'x'.repeat(10_000), room_preset: 'roomkeeper-only-asks' };

/** One call for each right, which changes nothing whatever the server answers. */
const tries: Record<ApiRight, (room: string) => [service: string, method: string, data: object]> = {
  roomAdmin: (room) => ['RoomService', 'ListParticipants', { room }],
  // With one name: of a large server the whole list is megabytes.
  roomList: (room) => ['RoomService', 'ListRooms', { names: [room || 'x'] }],
  roomCreate: () => ['RoomService', 'CreateRoom', impossibleRoom],
  roomRecord: (room) => ['Egress', 'ListEgress', { room_name: room || 'x' }],
  ingressAdmin: (room) => ['Ingress', 'ListIngress', { room_name: room || 'x' }],
  sipAdmin: () => ['SIP', 'ListSIPInboundTrunk', { trunk_ids: ['x'] }],
};

/** The token as a whole is refused, or this right of it. */
const refusals = ['unknown-key', 'wrong-secret', 'clock-skew', 'permission-denied'];

async function tryRight(rpc: Rpc, right: ApiRight, room: string, jwt: string): Promise<RightTry> {
  const [service, method, data] = tries[right](room);
  try {
    await rpc.request(service, method, data, { authorization: `Bearer ${jwt}` });
    return { right, outcome: 'allowed', answer: '' };
  } catch (error) {
    const { code, details } = error instanceof Refusal ? error : refusalOfFailure(method, error);
    const answer = (details.answer ?? code).replaceAll(jwt, '[token]');
    // What comes after the right: a service that is not there, or what is wrong with the room that was asked for.
    const isPast = code === 'no-redis' || code === 'over-limit' || details.values?.status === 400;
    return { right, outcome: refusals.includes(code) ? 'refused' : isPast ? 'allowed' : 'unclear', answer };
  }
}

/** What a server lets the holder of this token do over its API, asked with the token itself. */
export async function tryRights(serverUrl: string, jwt: string): Promise<RightTry[]> {
  const rpc = createRpc({ serverUrl }, { timeoutSeconds: 10 });
  const { room } = namesInToken(jwt);
  return Promise.all(apiRights.map((right) => tryRight(rpc, right, room, jwt)));
}
