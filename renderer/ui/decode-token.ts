import { z } from 'zod';

/** What a pasted text holds: a token by itself, behind `Bearer`, or in a join link. Nothing is checked of its signature. */
export type Decoded = { jwt: string; header: Record<string, unknown>; claims: Record<string, unknown> };

function part(text: string): Record<string, unknown> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

export function decodeToken(pasted: string): Decoded | undefined {
  const [jwt = '', head = '', body = ''] = /(eyJ[\w-]+)\.([\w-]+)\.[\w-]*/.exec(pasted.replace(/\s+/g, '')) ?? [];
  const [header, claims] = [part(head), part(body)];
  return header && claims && { jwt, header, claims };
}
