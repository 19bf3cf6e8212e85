import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { harmless } from '../desk/safety';
import { createClients } from '../livekit/clients';
import { listPeople } from './list';

const answerShape = z.object({ payload: z.string().default('') });
/** What an app answers instead of a payload; LiveKit passes it on as an error text of its own. */
const appError = /RpcError (\d+): (.*)/s;

/** RoomService/PerformRpc, which the SDK lacks. */
export const createRpcCall = ({ act, profiles }: Desk): Pick<Handlers, 'participants.performRpc'> => ({
  async 'participants.performRpc'({ room, identity, method, payload, timeoutMs, ...given }) {
    const details = { method, bytes: Buffer.byteLength(payload), timeoutMs };
    const what = { action: 'participants.performRpc', room, targets: [identity], details, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async (clients) => {
      if (!(await listPeople(clients, room)).some((one) => one.identity === identity))
        throw new Refusal('participant-absent', 'Not in the room');
      const started = performance.now();
      const body = { room, destination_identity: identity, method, payload, response_timeout_ms: timeoutMs };
      // The server waits as long as asked, and for an earlier call of the same handler besides.
      const answer = await profiles
        .withCredentials(given.profileId, (credentials) =>
          createClients(credentials, { timeoutSeconds: timeoutMs / 1_000 + 10 }).call('RoomService', 'PerformRpc', body, {
            video: { roomAdmin: true, room },
          }),
        )
        .then((value) => ({ payload: answerShape.parse(value).payload, error: null }), failed);
      const ms = Math.round(performance.now() - started);
      const outcome = answer.error ? { outcome: 'failed' as const, code: 'rpc-error', results: [], answer: answer.error.message } : allDone;
      return { value: { ...answer, ms }, outcome };
    });
    return { ...value, auditNo };
  },
});

function failed(error: unknown) {
  const text = error instanceof Refusal ? (error.details.answer ?? '') : '';
  const [, code, message] = appError.exec(text) ?? [];
  if (code === undefined) throw error;
  return { payload: '', error: { code: Number(code), message: message ?? '' } };
}
