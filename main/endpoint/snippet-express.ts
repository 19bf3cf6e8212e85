import { jsText } from '../tokens/literals';
import { nodeToken } from '../tokens/snippet-node';
import { type Backend, indented, inPlace } from './own-backend';

const patterns = (rooms: string[]) => `
const rooms = [${rooms.map(jsText).join(', ')}];

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

const identity = ({ identityRule, identity }: Backend) =>
  ({
    'as-given': '  const identity = body[user];',
    prefixed: `  const identity = ${jsText(identity)} + body[user];`,
    fixed: `  const identity = ${jsText(identity)};\n  if (body[user] !== identity) throw new Refusal(403, 'identity-not-allowed', { field: user });`,
  })[identityRule];

/** Express and livekit-server-sdk. */
export function expressSnippet(backend: Backend): string {
  const { serverUrl, rooms, perMinute, ttlSeconds } = backend;
  const { claims, place } = inPlace(backend);
  const { imports, lines } = nodeToken(claims, ttlSeconds);
  return `// npm install express livekit-server-sdk
import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { ${imports.join(', ')} } from 'livekit-server-sdk';

const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET, CLIENT_KEY, HOST = '127.0.0.1', PORT = '8080' } = process.env;
if (!LIVEKIT_API_KEY || !LIVEKIT_API_SECRET || !CLIENT_KEY) throw new Error('Set LIVEKIT_API_KEY, LIVEKIT_API_SECRET and CLIENT_KEY');
const livekitUrl = ${jsText(serverUrl)};
const perMinute = ${perMinute};
${rooms.length > 0 ? patterns(rooms) : ''}
class Refusal extends Error {
  constructor(status, code, { field, headers = {} } = {}) {
    super(code);
    Object.assign(this, { status, code, field, headers });
  }
}

const digest = (text) => createHash('sha256').update(text).digest();
const clientKey = digest(CLIENT_KEY);

function checkKey(request, _response, next) {
  const key = /^bearer +(\\S+) *$/i.exec(request.get('authorization') ?? '')?.[1];
  if (key === undefined || !timingSafeEqual(digest(key), clientKey)) {
    throw new Refusal(401, 'unknown-key', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
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
    throw new Refusal(429, 'rate', { headers: { 'Retry-After': String(wait) } });
  }
  bucket.left -= 1;
  next();
}

function checkType(request, _response, next) {
  if (!/^application\\/json *(;|$)/i.test(request.get('content-type') ?? '')) throw new Refusal(415, 'not-json-type');
  next();
}

/** Identity and room of a request: {"user_id" or "userId", "room"} and nothing else. */
function read(body) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal(400, 'bad-field');
  const user = Object.hasOwn(body, 'userId') ? 'userId' : 'user_id';
  for (const field of [user, 'room']) {
    const text = body[field];
    if (typeof text !== 'string' || text === '' || Buffer.byteLength(text) > 256) throw new Refusal(400, 'bad-field', { field });
  }
  const unknown = Object.keys(body).find((field) => field !== user && field !== 'room');
  if (unknown !== undefined) throw new Refusal(400, 'bad-field', { field: unknown });
${identity(backend)}
  if (Buffer.byteLength(identity) > 256) throw new Refusal(400, 'bad-field', { field: user });
${rooms.length > 0 ? "  if (!rooms.some((pattern) => fits(pattern, body.room))) throw new Refusal(403, 'room-not-allowed', { field: 'room' });\n" : ''}  return { identity, room: body.room };
}

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/livekit/token', checkKey, checkRate, checkType, express.json({ limit: '64kb', strict: false }), async (request, response) => {
  const { identity, room } = read(request.body);
${indented(place(lines, 'identity', 'room'), '  ')}
  response.set('Cache-Control', 'no-store').json({ token: await token.toJwt(), url: livekitUrl });
});
app.use((error, _request, response, _next) => {
  const { status = 500, field, headers = {} } = error;
  const code = error instanceof Refusal ? error.code : ({ 400: 'not-json', 413: 'too-large', 415: 'not-json-type' }[status] ?? 'internal');
  if (status === 500) console.error(error);
  response.status(status).set(headers).set('Cache-Control', 'no-store').json({ error: code, field });
});
app.listen(Number(PORT), HOST, () => console.log(\`http://\${HOST}:\${PORT}/livekit/token\`));
`;
}
