import type { Claims, Dispatch } from './grants';
import { jsText } from './literals';

const key = (name: string) => {
  if (name === '__proto__') return '["__proto__"]'; // the bare key would set the prototype
  return /^[a-z_]\w*$/i.test(name) ? name : jsText(name);
};

/** A value as JavaScript, on one line. */
function literal(value: unknown): string {
  if (typeof value === 'string') return jsText(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, inner]) => `${key(name)}: ${literal(inner)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

function dispatch({ restartPolicy, ...agent }: Dispatch): string {
  const fields = Object.entries(agent).map(([name, value]) => `${name}: ${literal(value)}`);
  return `new RoomAgentDispatch({ ${[...fields, ...(restartPolicy ? [`restartPolicy: JobRestartPolicy.${restartPolicy}`] : [])].join(', ')} })`;
}

function roomConfig({ agents, ...settings }: NonNullable<Claims['roomConfig']>): string {
  const fields = Object.entries(settings).map(([name, value]) => `${name}: ${literal(value)}`);
  const dispatches = (agents ?? []).map(dispatch);
  return `new RoomConfiguration({ ${[...fields, ...(agents ? [`agents: [${dispatches.join(', ')}]`] : [])].join(', ')} })`;
}

/** The lines that make `token`, and what they import of livekit-server-sdk. */
export function nodeToken(claims: Claims, ttlSeconds: number): { imports: string[]; lines: string[] } {
  const { sub, name, metadata, attributes, kind, roomPreset } = claims;
  const { canPublishSources, ...video } = claims.video ?? {};
  const sources = canPublishSources?.map((source) => `TrackSource.${source.toUpperCase()}`);
  const grant = [
    ...Object.entries(video).map(([field, value]) => `${field}: ${literal(value)}`),
    ...(sources ? [`canPublishSources: [${sources.join(', ')}]`] : []),
  ];
  const imports = [
    'AccessToken',
    ...(claims.roomConfig?.agents?.some(({ restartPolicy }) => restartPolicy) ? ['JobRestartPolicy'] : []),
    ...(claims.roomConfig?.agents ? ['RoomAgentDispatch'] : []),
    ...(claims.roomConfig ? ['RoomConfiguration'] : []),
    ...(sources ? ['TrackSource'] : []),
  ];
  const options = Object.entries({ identity: sub, name, metadata, attributes }).filter(([, value]) => value !== undefined);
  const lines = [
    'const token = new AccessToken(process.env.LIVEKIT_API_KEY, process.env.LIVEKIT_API_SECRET, {',
    ...options.map(([field, value]) => `  ${field}: ${literal(value)},`),
    `  ttl: ${ttlSeconds},`,
    '});',
    ...(kind ? [`token.kind = ${literal(kind)};`] : []),
    ...(claims.video ? ['token.addGrant({', ...grant.map((field) => `  ${field},`), '});'] : []),
    ...(claims.sip ? [`token.addSIPGrant(${literal(claims.sip)});`] : []),
    ...(claims.inference ? ['token.addInferenceGrant({ perform: true });'] : []),
    ...(claims.observability ? ['token.addObservabilityGrant({ write: true });'] : []),
    ...(roomPreset ? [`token.roomPreset = ${literal(roomPreset)};`] : []),
    ...(claims.roomConfig ? [`token.roomConfig = ${roomConfig(claims.roomConfig)};`] : []),
  ];
  return { imports, lines };
}

/** livekit-server-sdk. */
export function nodeSnippet(claims: Claims, ttlSeconds: number): string {
  const { imports, lines } = nodeToken(claims, ttlSeconds);
  return [`import { ${imports.join(', ')} } from 'livekit-server-sdk';`, '', ...lines, 'console.log(await token.toJwt());'].join('\n');
}
