import { jsText } from '../tokens/literals';
import { nodeToken } from '../tokens/snippet-node';
import { type Backend, backendRefusals, indented, inPlace } from './own-backend';
import { expressRequests } from './snippet-express-requests';

const list = (texts: string[]) => `[${texts.map(jsText).join(', ')}]`;
const refusals = backendRefusals.map(({ code, status, message }) => `  '${code}': [${status}, '${message}'],`).join('\n');

const patterns = (rooms: string[]) => `
const rooms = ${list(rooms)};

// A star in a pattern stands for any text.
function fits(pattern, room) {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return room === pattern;
  if (!room.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = room.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return room.length - at >= last.length && room.endsWith(last);
}
`;

const identityOf = ({ identityRule, identity }: Backend) =>
  ({
    'as-given': "const identityOf = ({ identity }) => identity || unique('user');",
    prefixed: `const identityOf = ({ identity }) => ${jsText(identity)} + (identity || unique('user'));`,
    fixed: `function identityOf({ identity, fields }) {
  const only = ${jsText(identity)};
  if (identity && identity !== only) throw new Refusal('identity-not-allowed', { field: fields.identity });
  return only;
}`,
  })[identityRule];

const roomOf = ({ rooms, onlyRoom }: Backend) =>
  rooms.length === 0
    ? "const roomOf = ({ room }) => room || unique('room');"
    : `function roomOf({ room: asked, fields }) {
  const room = asked${onlyRoom && ` || ${jsText(onlyRoom)}`};
  if (!room) throw new Refusal('bad-field', { field: fields.room });
  if (!rooms.some((pattern) => fits(pattern, room))) throw new Refusal('room-not-allowed', { field: fields.room });
  return room;
}`;

/** What LiveKit's request may say beside identity and room; what the preset says wins. */
const more = ({ claims, attributes, mayConfigure }: Backend) => [
  '  if (asked.name) token.name = asked.name;',
  ...(claims.metadata ? [] : ['  if (asked.metadata) token.metadata = asked.metadata;']),
  Object.keys(attributes).length > 0
    ? `  token.attributes = { ...asked.attributes, ${Object.entries(attributes)
        .map(([key, value]) => `[${jsText(key)}]: ${jsText(value)}`)
        .join(', ')} };`
    : '  if (asked.attributes) token.attributes = asked.attributes;',
  ...(mayConfigure ? ['  if (asked.roomConfig) token.roomConfig = RoomConfiguration.fromJson(asked.roomConfig);'] : []),
];

/** Express, zod and livekit-server-sdk. */
export function expressSnippet(backend: Backend): string {
  const { serverUrl, rooms, perMinute, ttlSeconds, origins, mayConfigure } = backend;
  const { claims, place } = inPlace(backend);
  const { imports, lines } = nodeToken(claims, ttlSeconds);
  const all = [...new Set([...imports, ...(mayConfigure ? ['RoomConfiguration'] : [])])].sort();
  return `// npm install express livekit-server-sdk zod
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { ${all.join(', ')} } from 'livekit-server-sdk';
import { z } from 'zod';

const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET, CLIENT_KEY, HOST = '127.0.0.1', PORT = '8080' } = process.env;
if (!LIVEKIT_API_KEY || !LIVEKIT_API_SECRET || !CLIENT_KEY) throw new Error('Set LIVEKIT_API_KEY, LIVEKIT_API_SECRET and CLIENT_KEY');
const livekitUrl = ${jsText(serverUrl)};
const perMinute = ${perMinute};
// Web pages that may ask by themselves; none: programs only.
const origins = ${list(origins)};
${rooms.length > 0 ? patterns(rooms) : ''}
const refusals = {
${refusals}
};
class Refusal extends Error {
  constructor(code, { field, headers = {} } = {}) {
    const [status, message] = refusals[code];
    super(message);
    Object.assign(this, { status, code, field, headers });
  }
}

${expressRequests}

const unique = (beginning) => \`\${beginning}-\${randomBytes(6).toString('hex')}\`;
${identityOf(backend)}
${roomOf(backend)}
function checkLength(text, field) {
  if (Buffer.byteLength(text) > 256) throw new Refusal('bad-field', { field });
}

const digest = (text) => createHash('sha256').update(text).digest();
const clientKey = digest(CLIENT_KEY);

function letRead(request, response, next) {
  const origin = request.get('origin');
  if (origins.includes(origin)) {
    response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After, WWW-Authenticate', Vary: 'Origin' });
  }
  next();
}
function checkKey(request, _response, next) {
  const key = /^bearer +(\\S+) *$/i.exec(request.get('authorization') ?? '')?.[1];
  if (key === undefined || !timingSafeEqual(digest(key), clientKey)) {
    throw new Refusal(key === undefined ? 'no-key' : 'unknown-key', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  next();
}
function checkOrigin(request, _response, next) {
  const origin = request.get('origin');
  if (origin !== undefined && !origins.includes(origin)) throw new Refusal('bad-origin');
  next();
}

// A minute's worth at once, refilled evenly.
const bucket = { left: perMinute, at: performance.now() };
function checkRate(_request, _response, next) {
  const now = performance.now();
  bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
  bucket.at = now;
  if (bucket.left < 1) {
    const wait = Math.ceil(((1 - bucket.left) * 60) / perMinute);
    throw new Refusal('rate', { headers: { 'Retry-After': String(wait) } });
  }
  bucket.left -= 1;
  next();
}
function checkType(request, _response, next) {
  if (!/^application\\/json *(; *charset=("?)utf-8\\2 *)?$/i.test(request.get('content-type') ?? '')) throw new Refusal('not-json-type');
  next();
}

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(letRead);
app.options('/livekit/token', (request, response) => {
  if (!origins.includes(request.get('origin'))) throw new Refusal('bad-origin');
  response.set({ 'Access-Control-Allow-Methods': 'POST', 'Access-Control-Allow-Headers': 'authorization, content-type' });
  response.set({ 'Access-Control-Allow-Private-Network': 'true', 'Access-Control-Max-Age': '600' }).status(204).end();
});
const body = express.raw({ type: 'application/json', limit: '64kb' });
app.post('/livekit/token', checkKey, checkOrigin, checkRate, checkType, body, async (request, response) => {
  const asked = read(request.body);
  const identity = identityOf(asked);
  const room = roomOf(asked);
${mayConfigure ? '' : "  if (asked.roomConfig) throw new Refusal('room-config-not-allowed', { field: 'room_config' });\n"}  checkLength(identity, asked.fields.identity);
  checkLength(room, asked.fields.room);
${indented(place(lines, 'identity', 'room'), '  ')}
${more(backend).join('\n')}
  const jwt = await token.toJwt();
  response.set('Cache-Control', 'no-store');
  if (asked.isStandard) response.status(201).json({ server_url: livekitUrl, participant_token: jwt });
  else response.json({ token: jwt, url: livekitUrl });
});
const ofBody = { 400: 'not-json', 413: 'too-large', 415: 'not-json-type' };
app.use((error, _request, response, _next) => {
  const refusal = error instanceof Refusal ? error : new Refusal(ofBody[error.status] ?? 'internal');
  if (refusal.status === 500) console.error(error);
  const { status, code, message, field, headers } = refusal;
  response.status(status).set(headers).set('Cache-Control', 'no-store').json({ error: code, message, field });
});
app.listen(Number(PORT), HOST, () => console.log(\`http://\${HOST}:\${PORT}/livekit/token\`));
`;
}
