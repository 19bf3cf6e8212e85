import { once } from 'node:events';
import { JobStatus, JobType, ServerMessage, WorkerMessage } from '@livekit/protocol';
import { AccessToken } from 'livekit-server-sdk';
import { WebSocket } from 'ws';
import type { TestServer } from './livekit-server.ts';

/** A job that the server gave to a worker. `token` joins its room as the agent of that identity. */
type Assigned = { id: string; room: string; metadata: string; identity: string; token: string };
/** What a worker says to a job that is offered: it has room for it, or not, or is done with it at once. */
type Answer = 'takes' | 'declines' | 'ends';

/** A worker as LiveKit's Agents framework runs one, without an agent in it: it takes jobs, and says what the test has it say. */
export interface AgentWorker {
  workerId: string;
  /** Those it was given, in order. */
  jobs: Assigned[];
  /** Ids of the jobs that it was told to end. */
  terminated: string[];
  report(jobId: string, status: keyof typeof statuses, error?: string): void;
  stop(): Promise<void>;
}

type Said = NonNullable<NonNullable<ConstructorParameters<typeof WorkerMessage>[0]>['message']>;
const statuses = { running: JobStatus.JS_RUNNING, success: JobStatus.JS_SUCCESS, failed: JobStatus.JS_FAILED };
const identityOf = (jobId: string) => `agent-${jobId}`;

/**
 * Registers for the jobs of rooms over the real protocol (`/agent`, with WorkerMessage and ServerMessage in binary). Resolves when the
 * server has taken it.
 */
export async function startAgentWorker(
  { url, apiKey, apiSecret }: TestServer,
  agentName: string,
  answer: Answer = 'takes',
): Promise<AgentWorker> {
  const token = new AccessToken(apiKey, apiSecret, { ttl: 3_600 });
  token.addGrant({ agent: true });
  const socket = new WebSocket(`${url}/agent?protocol=1`, { headers: { authorization: `Bearer ${await token.toJwt()}` } });
  const send = (message: Said) => socket.send(new WorkerMessage({ message }).toBinary());
  const worker: Pick<AgentWorker, 'workerId' | 'jobs' | 'terminated'> = { workerId: '', jobs: [], terminated: [] };
  const registered = Promise.withResolvers<void>();
  socket.on('message', (data: Buffer) => {
    const { message } = ServerMessage.fromBinary(data);
    if (message.case === 'register') {
      worker.workerId = message.value.workerId;
      registered.resolve();
    }
    if (message.case === 'availability') {
      const jobId = message.value.job?.id ?? '';
      const participant = { participantIdentity: identityOf(jobId), participantName: `${agentName} of the test` };
      send({ case: 'availability', value: { jobId, available: answer === 'takes', terminate: answer === 'ends', ...participant } });
    }
    if (message.case === 'assignment') {
      const { id = '', metadata = '', room } = message.value.job ?? {};
      worker.jobs.push({ id, metadata, room: room?.name ?? '', identity: identityOf(id), token: message.value.token });
    }
    if (message.case === 'termination') worker.terminated.push(message.value.jobId);
  });
  socket.once('error', registered.reject);
  socket.once('open', () => send({ case: 'register', value: { type: JobType.JT_ROOM, agentName, version: '1.0.0' } }));
  await registered.promise;
  return Object.assign(worker, {
    report: (jobId: string, status: keyof typeof statuses, error = '') =>
      send({ case: 'updateJob', value: { jobId, status: statuses[status], error } }),
    async stop() {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  });
}
