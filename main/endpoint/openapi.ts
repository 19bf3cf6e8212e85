import { OpenAPIHono, z } from '@hono/zod-openapi';
import { guideResponse, refusalResponse, standardResponse, tokenRequestBody } from './wire';

export const tokenPath = '/livekit/token';
export const openApiPath = '/openapi.json';

const json = (schema: typeof refusalResponse | typeof guideResponse | typeof standardResponse) => ({ 'application/json': { schema } });
const refused = (description: string, headers = {}) => ({ description, headers, content: json(refusalResponse) });
const retryAfter = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' as const } } };

const text = { schema: { type: 'string' as const } };
const allowed = {
  'Access-Control-Allow-Origin': text,
  'Access-Control-Allow-Methods': text,
  'Access-Control-Allow-Headers': text,
  'Access-Control-Allow-Private-Network': text,
  'Access-Control-Max-Age': text,
};

/** The OpenAPI 3.1 document of an endpoint at this origin, made of the same schemas that read its requests. */
export function openApiDocument(origin: string): object {
  const described = new OpenAPIHono();
  described.openAPIRegistry.registerComponent('securitySchemes', 'clientKey', { type: 'http', scheme: 'bearer' });
  described.openAPIRegistry.registerPath({
    method: 'post',
    path: tokenPath,
    operationId: 'issueToken',
    summary: 'A token for one user of one room',
    description: 'Takes the token guide’s request (answers 200) or LiveKit’s standard token request (answers 201), which `{}` is too.',
    security: [{ clientKey: [] }],
    request: { body: { required: true, content: { 'application/json': { schema: tokenRequestBody } } } },
    responses: {
      200: { description: 'The answer to the guide’s request', content: json(guideResponse) },
      201: { description: 'The answer to LiveKit’s standard request', content: json(standardResponse) },
      400: refused('Not JSON, or a field is not as it should be: `field` names it'),
      401: refused('No client has this key', { 'WWW-Authenticate': { schema: { type: 'string' as const } } }),
      403: refused('The rules of this client, its preset or the policy of the server do not allow it'),
      405: refused('Another method than POST', { Allow: { schema: { type: 'string' as const } } }),
      413: refused('More than 64 KiB'),
      415: refused('Not application/json'),
      421: refused('Asked under another name than the endpoint’s own'),
      429: refused('The client asks too often', retryAfter),
      503: refused('Too many requests are under way, or the console cannot sign now', retryAfter),
    },
  });
  described.openAPIRegistry.registerPath({
    method: 'options',
    path: tokenPath,
    operationId: 'preflight',
    summary: 'Whether a web page may ask',
    request: { headers: z.object({ Origin: z.string() }) },
    responses: {
      204: { description: 'It may, if its key is of a client that names it', headers: allowed },
      403: refused('No client names this page'),
      421: refused('Asked under another name than the endpoint’s own'),
    },
  });
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Roomkeeper token endpoint', version: '1.0.0' },
    servers: [{ url: origin }],
  });
}
