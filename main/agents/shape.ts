import type { ParticipantInfo, AgentDispatch as ServerDispatch } from 'livekit-server-sdk';
import type { AgentDispatch, AgentJob, RoomAgent } from '../contract/agents';

/** LiveKit's numbers and ours, by position. */
const types = ['room', 'publisher', 'participant'] as const;
const statuses = ['pending', 'running', 'success', 'failed'] as const;
const agentKind = 4;

type ServerJob = NonNullable<ServerDispatch['state']>['jobs'][number];
const ofNanoseconds = (time: bigint | undefined) => (time ? Number(time / 1_000_000n) : null);

const jobOf = (job: ServerJob, present: ReadonlySet<string>): AgentJob => ({
  id: job.id,
  type: types[job.type] ?? 'room',
  status: statuses[job.state?.status ?? 0] ?? 'pending',
  error: job.state?.error ?? '',
  about: job.participant?.identity ?? '',
  identity: job.state?.participantIdentity ?? '',
  present: present.has(job.state?.participantIdentity ?? ''),
  workerId: job.state?.workerId ?? '',
  startedAt: ofNanoseconds(job.state?.startedAt),
  updatedAt: ofNanoseconds(job.state?.updatedAt),
  endedAt: ofNanoseconds(job.state?.endedAt),
});

/** `present`: the identities in the room. The server's order of dispatches is another one each time; ours is by time. */
export const dispatchOf = (dispatch: ServerDispatch, present: ReadonlySet<string>): AgentDispatch => ({
  id: dispatch.id,
  agentName: dispatch.agentName,
  metadata: dispatch.metadata,
  createdAt: ofNanoseconds(dispatch.state?.createdAt),
  jobs: (dispatch.state?.jobs ?? []).map((job) => jobOf(job, present)),
});

/** By kind: whoever has the `agent` grant alone (a hidden observer, say) is none. */
export const agentsOf = (participants: ParticipantInfo[]): RoomAgent[] =>
  participants
    .filter(({ kind }) => kind === agentKind)
    .map(({ identity, name, sid, attributes, joinedAt, joinedAtMs }) => ({
      identity,
      name,
      sid,
      agentName: attributes['lk.agent_name'] ?? '',
      joinedAt: Number(joinedAtMs || joinedAt * 1000n) || null,
    }));
