import type { Claims } from './grants';
import { javaText, json } from './literals';

const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const grantNames: Record<string, string> = { room: 'RoomName', destinationRoom: 'DestinationRoomName' };

function literal(value: unknown): string {
  if (typeof value === 'string') return javaText(value);
  if (Array.isArray(value)) return `List.of(${value.map(literal).join(', ')})`;
  return String(value);
}

/** What the SDK (0.13) has no class for, or writes under other names (the fields of roomConfig in snake_case). */
function missing({ kind, inference, observability, roomConfig, video = {} }: Claims): string[] {
  const unknown = ['canSubscribeMetrics', 'canManageAgentSession'].filter((name) => name in video);
  const claims = Object.entries({ kind, inference, observability, roomConfig }).filter(([, value]) => value);
  return [...claims.map(([name]) => name), ...unknown];
}

function withSdk({ sub, name, metadata, attributes = {}, video = {}, sip = {}, roomPreset }: Claims, ttlSeconds: number): string[] {
  const grants = Object.entries(video).map(([field, value]) => `new ${grantNames[field] ?? upper(field)}(${literal(value)})`);
  const sipGrants = Object.keys(sip).map((field) => `new SIP${upper(field)}(true)`);
  return [
    'AccessToken token = new AccessToken(System.getenv("LIVEKIT_API_KEY"), System.getenv("LIVEKIT_API_SECRET"));',
    'token.setNotBefore(new Date());',
    `token.setTtl(${ttlSeconds} * 1000L);`,
    ...(sub ? [`token.setIdentity(${javaText(sub)});`] : []),
    ...(name ? [`token.setName(${javaText(name)});`] : []),
    ...(metadata ? [`token.setMetadata(${javaText(metadata)});`] : []),
    ...Object.entries(attributes).map(([key, value]) => `token.getAttributes().put(${javaText(key)}, ${javaText(value)});`),
    ...(grants.length > 0 ? ['token.addGrants(', `    ${grants.join(',\n    ')}`, ');'] : []),
    ...(sipGrants.length > 0 ? [`token.addSIPGrants(${sipGrants.join(', ')});`] : []),
    ...(roomPreset ? [`token.setRoomPreset(${javaText(roomPreset)});`] : []),
    'System.out.println(token.toJwt());',
  ];
}

function withJwt(claims: Claims, ttlSeconds: number): string[] {
  return [
    'Instant now = Instant.now();',
    'String token = JWT.create()',
    `    .withPayload(${javaText(json(claims))})`,
    '    .withIssuer(System.getenv("LIVEKIT_API_KEY"))',
    '    .withNotBefore(now)',
    `    .withExpiresAt(now.plusSeconds(${ttlSeconds}L))`,
    '    .sign(Algorithm.HMAC256(System.getenv("LIVEKIT_API_SECRET")));',
    'System.out.println(token);',
  ];
}

/** io.livekit:livekit-server, or the java-jwt it brings where the SDK lacks a word for a claim. */
export function javaSnippet(claims: Claims, ttlSeconds: number): string {
  const lacks = missing(claims);
  const body = (lacks.length === 0 ? withSdk : withJwt)(claims, ttlSeconds);
  return [
    ...(lacks.length === 0
      ? ['import io.livekit.server.*;', 'import java.util.Date;', 'import java.util.List;']
      : ['import com.auth0.jwt.JWT;', 'import com.auth0.jwt.algorithms.Algorithm;', 'import java.time.Instant;']),
    '',
    ...(lacks.length > 0 ? [`// The Java SDK cannot set ${lacks.join(', ')}; java-jwt, which it brings, can.`] : []),
    'public class IssueToken {',
    '    public static void main(String[] arguments) {',
    ...body.map((line) => line.replace(/^(?=.)/gm, '        ')),
    '    }',
    '}',
  ].join('\n');
}
