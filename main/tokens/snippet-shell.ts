import { httpUrl } from '../livekit/http-url';
import type { Claims } from './grants';
import { json, shellText } from './literals';

/** lk expands these in names and has no way to write them as they are. */
const template = /%[tTYmdHMSxUhp]/;

/** What `lk token create` (2.18) cannot say of these claims. */
function beyondLk({ sub = '', name = '', kind, video, sip, observability, roomPreset, roomConfig, metadata = '' }: Claims): string[] {
  const { agents = [], ...settings } = roomConfig ?? {};
  const [{ agentName, restartPolicy, attributes } = { agentName: '' }] = agents;
  // It sends the agent with a token that joins, and takes no more of it than these three.
  const isOneAgent = agents.length === 1 && agentName !== '' && !restartPolicy && !attributes && video?.roomJoin === true;
  const given = {
    kind,
    sip,
    observability,
    roomPreset,
    'roomConfig (but one agent)': (agents.length > 0 && !isOneAgent) || Object.keys(settings).length > 0,
  };
  const oddNames = [sub, name].some((text) => template.test(text));
  return [
    ...(sub === '' ? ['no identity (it makes one up)'] : []),
    ...(name === '' ? ['no display name (it takes the identity)'] : []),
    ...(video?.room === undefined ? ['no room (it makes one up)'] : []),
    ...(oddNames ? ['an identity or a name with a %-template'] : []),
    ...([sub, name, metadata].some((text) => text.includes('\0')) ? ['a NUL character'] : []),
    ...Object.entries(given)
      .filter(([, value]) => value)
      .map(([field]) => field),
  ];
}

/** The lk command line. Comments say what it would make otherwise; where it would ask for grants instead, there is nothing but a comment. */
export function lkSnippet(claims: Claims, ttlSeconds: number): string {
  const { sub = '', name = '', metadata, attributes, video, inference, roomConfig } = claims;
  if (!video && !inference) return '# lk makes no token without a video grant or inference: use another language';
  const [agent] = roomConfig?.agents ?? [];
  const lacks = beyondLk(claims);
  const flags = [
    ...(sub ? [`--identity=${shellText(sub)}`] : []),
    ...(name ? [`--name=${shellText(name)}`] : []),
    `--valid-for=${ttlSeconds}s`,
    ...(metadata ? [`--metadata=${shellText(metadata)}`] : []),
    ...(attributes ? [`--attribute-file=<(printf %s ${shellText(json(attributes))})`] : []),
    ...(inference ? ['--inference'] : []),
    ...(agent?.agentName ? [`--agent=${shellText(agent.agentName)}`] : []),
    ...(agent?.metadata ? [`--job-metadata=${shellText(agent.metadata)}`] : []),
    ...(agent?.deployment ? [`--deployment=${shellText(agent.deployment)}`] : []),
    // As a whole, room included: the flags would split sources at commas and expand templates in the room's name.
    ...(video ? [`--grant=${shellText(json(video))}`] : []),
    '--token-only',
  ];
  return [
    '# bash or zsh; key and secret come from LIVEKIT_API_KEY and LIVEKIT_API_SECRET',
    ...(lacks.length > 0 ? [`# not the same token: lk cannot say ${lacks.join(', ')}`] : []),
    `lk token create \\\n  ${flags.join(' \\\n  ')}`,
  ].join('\n');
}

/** curl signs nothing: openssl does, and curl then asks the server whether it would let the token in. */
export function curlSnippet(claims: Claims, ttlSeconds: number, serverUrl: string): string {
  const asks = claims.video?.roomJoin === true;
  return [
    '# While openssl runs, the secret is in its arguments: other users of this machine can see it.',
    'base64url() { openssl base64 -A | tr "+/" "-_" | tr -d "="; }',
    'now=$(date +%s)',
    `claims=${shellText(json(claims))}`,
    `times=$(printf '{"iss":"%s","nbf":%d,"exp":%d' "$LIVEKIT_API_KEY" "$now" "$((now + ${ttlSeconds}))")`,
    Object.keys(claims).length > 0 ? 'payload="$times,$(printf %s "$claims" | tail -c +2)"' : 'payload="$times}"',
    `unsigned="$(printf %s '{"alg":"HS256"}' | base64url).$(printf %s "$payload" | base64url)"`,
    'signature=$(printf %s "$unsigned" | openssl dgst -sha256 -hmac "$LIVEKIT_API_SECRET" -binary | base64url)',
    'token="$unsigned.$signature"',
    'printf "%s\\n" "$token"',
    // From stdin: what stands in curl's arguments, other users of the machine can see.
    ...(asks ? [`printf 'Authorization: Bearer %s' "$token" | curl -sS -H @- ${shellText(httpUrl(serverUrl, '/rtc/validate'))} >&2`] : []),
  ].join('\n');
}
