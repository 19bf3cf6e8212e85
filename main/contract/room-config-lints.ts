import { z } from 'zod';
import type { ReadClaims } from './claims';
import { bytesOf, limits } from './name-lints';
import { amber, type Lint, plain } from './token-lints';

/** RoomConfiguration of protocol 1.51; its JSON may spell them in snake_case, too. */
const known = [
  'name',
  'emptyTimeout',
  'departureTimeout',
  'maxParticipants',
  'metadata',
  'egress',
  'minPlayoutDelay',
  'maxPlayoutDelay',
  'syncStreams',
  'agents',
  'tags',
];
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const agents = z.array(z.record(z.string(), z.unknown()));
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Of S3, GCP, Azure and AliOSS uploads. */
const secretNames = /^(secret|accessKey|sessionToken|credentials|accountKey|assumeRoleArn)$/;
const holdsSecret = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([name, inner]) => (secretNames.test(camel(name)) && Boolean(inner)) || holdsSecret(inner));

/** Of what the server reads only when the join creates the room. */
export function roomConfigLints({ roomPreset, roomConfig }: ReadClaims): Lint[] {
  const preset = roomPreset ? [plain('room-preset-unknown', { values: { roomPreset }, cure: { roomPreset: '' } })] : [];
  if (!roomConfig) return preset;
  const given = Object.fromEntries(Object.entries(roomConfig).map(([name, value]) => [camel(name), value]));
  const unknown = Object.keys(roomConfig).filter((name) => !known.includes(camel(name)));
  const dispatches = agents.safeParse(given.agents).data ?? [];
  const metadataBytes = Math.max(...[given, ...dispatches].map(({ metadata }) => bytesOf(textOf(metadata))));
  const nameless = dispatches.some((agent) => textOf(agent.agentName ?? agent.agent_name) === '');
  return [
    ...preset,
    ...(roomPreset ? [plain('room-preset-and-settings', { cure: { roomPreset: '' } })] : []),
    ...(unknown.length > 0 ? [amber('room-config-unknown', { values: { names: unknown.join(', ') } })] : []),
    ...(holdsSecret(given.egress) ? [amber('room-config-credentials')] : []),
    ...(metadataBytes > limits.metadata
      ? [amber('room-config-too-big', { values: { bytes: metadataBytes, limit: limits.metadata }, cure: { roomConfig: null } })]
      : []),
    ...(nameless ? [plain('agent-nameless')] : []),
  ];
}
