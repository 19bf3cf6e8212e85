import type { Claims } from './grants';
import { pythonText } from './literals';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function literal(value: unknown): string {
  if (typeof value === 'string') return pythonText(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([name, inner]) => `${pythonText(name)}: ${literal(inner)}`);
  return `{${pairs.join(', ')}}`;
}
const keywords = (fields: object) => Object.entries(fields).map(([name, value]) => `${snake(name)}=${literal(value)}`);

/** protobuf takes an enum's value by its name. */
function roomConfig({ agents, ...settings }: NonNullable<Claims['roomConfig']>): string {
  const dispatches = (agents ?? []).map((agent) => `api.RoomAgentDispatch(${keywords(agent).join(', ')})`);
  return `api.RoomConfiguration(${[...keywords(settings), ...(agents ? [`agents=[${dispatches.join(', ')}]`] : [])].join(', ')})`;
}

/** The SDK's defaults say yes to these three; None leaves them out of a token that joins no room. */
const leftOut = { canPublish: 'None', canSubscribe: 'None', canPublishData: 'None' };

function grant(video: NonNullable<Claims['video']>): string[] {
  const unset = Object.entries(leftOut).filter(([name]) => !(name in video));
  return [...keywords(video), ...unset.map(([name, none]) => `${snake(name)}=${none}`)];
}

/** The lines that make `token`, of `datetime`, `os` and livekit's `api`. */
export function pythonToken(claims: Claims, ttlSeconds: number): string[] {
  const { sub, name, metadata, attributes, kind, roomPreset } = claims;
  return [
    'token = (',
    '    api.AccessToken(os.environ["LIVEKIT_API_KEY"], os.environ["LIVEKIT_API_SECRET"])',
    ...(sub ? [`    .with_identity(${pythonText(sub)})`] : []),
    `    .with_ttl(datetime.timedelta(seconds=${ttlSeconds}))`,
    ...(name ? [`    .with_name(${pythonText(name)})`] : []),
    ...(kind ? [`    .with_kind(${pythonText(kind)})`] : []),
    ...(metadata ? [`    .with_metadata(${pythonText(metadata)})`] : []),
    ...(attributes ? [`    .with_attributes(${literal(attributes)})`] : []),
    ...(claims.video
      ? [
          '    .with_grants(',
          '        api.VideoGrants(',
          ...grant(claims.video).map((field) => `            ${field},`),
          '        )',
          '    )',
        ]
      : []),
    ...(claims.sip ? [`    .with_sip_grants(api.SIPGrants(${keywords(claims.sip).join(', ')}))`] : []),
    ...(claims.inference ? ['    .with_inference_grants(api.InferenceGrants(perform=True))'] : []),
    ...(claims.observability ? ['    .with_observability_grants(api.ObservabilityGrants(write=True))'] : []),
    ...(roomPreset ? [`    .with_room_preset(${pythonText(roomPreset)})`] : []),
    ...(claims.roomConfig ? [`    .with_room_config(${roomConfig(claims.roomConfig)})`] : []),
    ')',
  ];
}

/** livekit-api. */
export function pythonSnippet(claims: Claims, ttlSeconds: number): string {
  const imports = ['import datetime', 'import os', '', 'from livekit import api', ''];
  return [...imports, ...pythonToken(claims, ttlSeconds), 'print(token.to_jwt())'].join('\n');
}
