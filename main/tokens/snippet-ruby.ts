import type { Claims } from './grants';
import { rubyText } from './literals';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function literal(value: unknown): string {
  if (typeof value === 'string') return rubyText(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([name, inner]) => `${rubyText(name)} => ${literal(inner)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}
const keywords = (values: object, spelled = (name: string) => name) =>
  Object.entries(values).map(([name, value]) => `${spelled(name)}: ${literal(value)}`);

const namelessGrants = ['agent', 'destinationRoom', 'canSubscribeMetrics', 'canManageAgentSession'];
const namelessOfAgents = ['restartPolicy', 'deployment', 'attributes'];

/** What the gem (0.9) has no name for. */
function missing({ kind, inference, observability, roomConfig, video = {} }: Claims): string[] {
  const agents = roomConfig?.agents ?? [];
  const given = {
    kind,
    inference,
    observability,
    'roomConfig.tags': roomConfig?.tags,
    ...Object.fromEntries(namelessOfAgents.map((name) => [`roomConfig.agents.${name}`, agents.some((agent) => name in agent)])),
  };
  const claims = Object.entries(given).flatMap(([name, value]) => (value ? [name] : []));
  return [...claims, ...namelessGrants.filter((name) => name in video)];
}

function roomConfig({ agents, ...settings }: NonNullable<Claims['roomConfig']>): string {
  const dispatches = (agents ?? []).map((agent) => `LiveKit::Proto::RoomAgentDispatch.new(${keywords(agent, snake).join(', ')})`);
  const all = [...keywords(settings, snake), ...(agents ? [`agents: [${dispatches.join(', ')}]`] : [])];
  return `LiveKit::Proto::RoomConfiguration.new(${all.join(', ')})`;
}

function withSdk({ sub, name, metadata, attributes, video, sip, roomPreset, ...claims }: Claims, ttlSeconds: number): string[] {
  const given = Object.fromEntries(Object.entries({ identity: sub, name, metadata, attributes }).filter(([, value]) => value));
  return [
    'require "livekit"',
    '',
    'token = LiveKit::AccessToken.new(',
    '  api_key: ENV.fetch("LIVEKIT_API_KEY"),',
    '  api_secret: ENV.fetch("LIVEKIT_API_SECRET"),',
    ...keywords(given).map((field) => `  ${field},`),
    `  ttl: ${ttlSeconds}`,
    ')',
    ...(video ? [`token.video_grant = LiveKit::VideoGrant.new(${keywords(video).join(', ')})`] : []),
    ...(sip ? [`token.sip_grant = LiveKit::SIPGrant.new(${keywords(sip).join(', ')})`] : []),
    ...(roomPreset ? [`token.room_preset = ${rubyText(roomPreset)}`] : []),
    ...(claims.roomConfig ? [`token.room_config = ${roomConfig(claims.roomConfig)}`] : []),
    'puts token.to_jwt',
  ];
}

/** livekit-server-sdk, or the jwt gem it brings where the SDK lacks a word for a claim. */
export function rubySnippet(claims: Claims, ttlSeconds: number): string {
  const lacks = missing(claims);
  if (lacks.length === 0 && (claims.video || claims.sip)) return withSdk(claims, ttlSeconds).join('\n');
  return [
    ...(lacks.length > 0 ? [`# The Ruby SDK (0.9) cannot set ${lacks.join(', ')}; the jwt gem that it brings can.`] : []),
    'require "jwt"',
    '',
    'now = Time.now.to_i',
    `claims = ${literal(claims)}`,
    `claims.merge!("iss" => ENV.fetch("LIVEKIT_API_KEY"), "nbf" => now, "exp" => now + ${ttlSeconds})`,
    'puts JWT.encode(claims, ENV.fetch("LIVEKIT_API_SECRET"), "HS256")',
  ].join('\n');
}
