import type { EndpointRefusalCode } from '../contract/endpoint';

/** Status and sentence of each refusal, as a program that asks is told. */
export const refusals = {
  'bad-host': { status: 421, message: 'This endpoint is not known under this name.' },
  'bad-origin': { status: 403, message: 'This web page may not ask with this key.' },
  'no-path': { status: 404, message: 'There is only POST /livekit/token and GET /openapi.json.' },
  'bad-method': { status: 405, message: 'This path does not take this method.' },
  'no-key': { status: 401, message: 'Send the client key: Authorization: Bearer <client key>.' },
  'unknown-key': { status: 401, message: 'No client has this key, or it was revoked.' },
  rate: { status: 429, message: 'This client asks too often.' },
  busy: { status: 503, message: 'Too many requests are under way.' },
  'not-json-type': { status: 415, message: 'Send JSON: Content-Type: application/json.' },
  'too-large': { status: 413, message: 'The request is too large.' },
  'not-json': { status: 400, message: 'The request is not JSON.' },
  'bad-field': { status: 400, message: 'A field is missing or not as it should be.' },
  'room-not-allowed': { status: 403, message: 'This client may not ask for this room.' },
  'identity-not-allowed': { status: 403, message: 'This client may not ask for this user.' },
  'room-config-not-allowed': { status: 403, message: 'The settings of the room are fixed by the preset of this client.' },
  'preset-not-allowed': { status: 403, message: 'The preset of this client may not be issued for this server.' },
  unavailable: { status: 503, message: 'The console cannot sign tokens now.' },
} as const satisfies Record<EndpointRefusalCode, { status: number; message: string }>;

/** A request that gets no token. `field`: as the request spells it. `detail`: what stands in the way, for the operator's list. */
export class EndpointRefusal extends Error {
  readonly code: EndpointRefusalCode;
  readonly field: string | undefined;
  readonly detail: string;
  readonly retryAfter: number | undefined;
  constructor(code: EndpointRefusalCode, { field, detail, retryAfter }: { field?: string; detail?: string; retryAfter?: number } = {}) {
    super(refusals[code].message);
    this.code = code;
    this.field = field;
    this.detail = detail ?? field ?? '';
    this.retryAfter = retryAfter;
  }
}
