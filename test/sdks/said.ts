import { expect } from 'vitest';

export type Claims = Record<string, unknown>;
export const isRecord = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Of these three, false is not the same as absent. */
const rights = ['canPublish', 'canSubscribe', 'canPublishData'];
/** What each SDK writes in its own way and means the same: an absent field and an empty one. */
const isUnset = (name: string, value: unknown) =>
  value === null ||
  value === '' ||
  value === 0 ||
  value === 'JRP_ON_FAILURE' ||
  (value === false && !rights.includes(name)) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const inner = (name: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => inner('', item));
  // The names of attributes and tags are people's own, and an empty one is one.
  return isRecord(value) && !['attributes', 'tags'].includes(name) ? meaning(value) : value;
};
/** Without what is unset; names as LiveKit's JSON has them. */
const meaning = (claims: Claims): Claims =>
  Object.fromEntries(
    Object.entries(claims)
      .map(([name, value]) => [camel(name), inner(camel(name), value)] as const)
      .filter(([name, value]) => !isUnset(name, value)),
  );

/** What the claims say, however an SDK spells them. The identity is `sub`; Go writes it as `identity` too, Python as that alone. */
export function said(claims: Claims): Claims {
  const { identity, ...others } = meaning(claims);
  if (identity !== undefined && others.sub !== undefined) expect(identity).toBe(others.sub);
  return identity === undefined ? others : { ...others, sub: identity };
}

/** Who signed the token, when, and from when to when it holds. */
export const registered = ['iss', 'iat', 'nbf', 'exp'];
export const without = (names: string[], claims: Claims): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
