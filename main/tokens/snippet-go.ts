import type { Claims, Dispatch } from './grants';
import { goText } from './literals';

const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
/** Fields that tell false from absent have setters. */
const optional = ['canPublish', 'canSubscribe', 'canPublishData', 'canUpdateOwnMetadata', 'canSubscribeMetrics', 'canManageAgentSession'];

function literal(value: unknown): string {
  if (typeof value === 'string') return goText(value);
  if (Array.isArray(value)) return `[]string{${value.map(literal).join(', ')}}`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([name, inner]) => `${goText(name)}: ${literal(inner)}`);
  return `map[string]string{${pairs.join(', ')}}`;
}
const fields = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${upper(name)}: ${literal(value)}`)
    .join(', ');
function grantLines(video: NonNullable<Claims['video']>): string[] {
  const entries = Object.entries(video);
  const plain = Object.fromEntries(entries.filter(([name]) => !optional.includes(name)));
  const set = entries.filter(([name]) => optional.includes(name));
  return [`grant := &auth.VideoGrant{${fields(plain)}}`, ...set.map(([name, value]) => `grant.Set${upper(name)}(${value})`)];
}

function dispatch({ restartPolicy, ...agent }: Dispatch): string {
  const policy = restartPolicy ? [`RestartPolicy: livekit.JobRestartPolicy_${restartPolicy}`] : [];
  return `{${[fields(agent), ...policy].join(', ')}}`;
}

function roomConfig({ agents, ...settings }: NonNullable<Claims['roomConfig']>): string {
  const dispatches = (agents ?? []).map(dispatch);
  const list = agents ? [`Agents: []*livekit.RoomAgentDispatch{${dispatches.join(', ')}}`] : [];
  return `&livekit.RoomConfiguration{${[fields(settings), ...list].filter(Boolean).join(', ')}}`;
}

/** Of github.com/livekit/protocol, what the lines of `goToken` need. */
export const goImports = ({ kind, roomConfig }: Claims): string[] => [
  'github.com/livekit/protocol/auth',
  ...(kind || roomConfig ? ['github.com/livekit/protocol/livekit'] : []),
];

/** The lines that make `token`. */
export function goToken(claims: Claims, ttlSeconds: number): string[] {
  const { sub, name, metadata, attributes, kind, roomPreset } = claims;
  return [
    ...(claims.video ? grantLines(claims.video) : []),
    'token := auth.NewAccessToken(os.Getenv("LIVEKIT_API_KEY"), os.Getenv("LIVEKIT_API_SECRET"))',
    `token.SetValidFor(${ttlSeconds} * time.Second)`,
    ...(sub ? [`token.SetIdentity(${goText(sub)})`] : []),
    ...(name ? [`token.SetName(${goText(name)})`] : []),
    ...(kind ? [`token.SetKind(livekit.ParticipantInfo_${kind.toUpperCase()})`] : []),
    ...(metadata ? [`token.SetMetadata(${goText(metadata)})`] : []),
    ...(attributes ? [`token.SetAttributes(${literal(attributes)})`] : []),
    ...(claims.video ? ['token.SetVideoGrant(grant)'] : []),
    ...(claims.sip ? [`token.SetSIPGrant(&auth.SIPGrant{${fields(claims.sip)}})`] : []),
    ...(claims.inference ? ['token.SetInferenceGrant(&auth.InferenceGrant{Perform: true})'] : []),
    ...(claims.observability ? ['token.SetObservabilityGrant(&auth.ObservabilityGrant{Write: true})'] : []),
    ...(roomPreset ? [`token.SetRoomPreset(${goText(roomPreset)})`] : []),
    ...(claims.roomConfig ? [`token.SetRoomConfig(${roomConfig(claims.roomConfig)})`] : []),
  ];
}

/** github.com/livekit/protocol/auth. */
export function goSnippet(claims: Claims, ttlSeconds: number): string {
  const body = [...goToken(claims, ttlSeconds), 'jwt, err := token.ToJWT()', 'if err != nil {', '\tpanic(err)', '}', 'fmt.Println(jwt)'];
  return [
    'package main',
    '',
    'import (',
    '\t"fmt"',
    '\t"os"',
    '\t"time"',
    '',
    ...goImports(claims).map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...body.map((line) => `\t${line}`),
    '}',
  ].join('\n');
}
