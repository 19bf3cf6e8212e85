import { expect, test } from 'vitest';
import { reasonOf } from '../../../../main/tokens/ask-server';

/** What older servers (go-jose) and newer ones (golang-jwt, master) say; those of 1.13.5 are asked for real in test/server. */
test.each([
  [401, 'invalid token: [token], error: go-jose/go-jose/jwt: validation failed, token is expired (exp)', 'expired'],
  [401, 'invalid token: [token], error: go-jose/go-jose/jwt: validation failed, token not valid yet (nbf)', 'not-yet-valid'],
  [401, 'invalid token: [token], error: go-jose/go-jose: error in cryptographic primitive', 'wrong-secret'],
  [401, 'invalid authorization token: token has invalid claims: token is expired', 'expired'],
  [401, 'invalid authorization token: token has invalid claims: token is not valid yet', 'not-yet-valid'],
  [401, 'invalid authorization token: token signature is invalid: signature is invalid', 'wrong-secret'],
  [401, 'invalid authorization token: token is missing required claim: exp claim is required', 'no-expiry'],
  [401, 'invalid authorization token', 'not-a-token'],
  [401, 'invalid API key', 'unknown-key'],
  [503, 'node has exceeded its configured limit', 'node-full'],
  [404, '404 page not found', 'wrong-path'],
  [302, 'Found', 'wrong-path'],
  [200, '<!doctype html>', 'other'],
  [500, '', 'other'],
])('%i %s is %s', (status, answer, reason) => {
  expect(reasonOf(status, answer)).toBe(reason);
});
