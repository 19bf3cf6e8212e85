import type { IncomingHttpHeaders } from 'node:http';
import os from 'node:os';
import { isLoopbackAddress } from '../contract/endpoint';

const isAny = (address: string) => address === '0.0.0.0' || address === '::';
const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);
export const urlHost = (address: string, port: number): string => `${bracketed(isAny(address) ? os.hostname() : address)}:${port}`;

/** Addresses by which other computers may reach this one. */
export const ownAddresses = (): string[] =>
  Object.values(os.networkInterfaces())
    .flatMap((found) => found ?? [])
    .flatMap(({ internal, address, scopeid }) => (internal || scopeid ? [] : [address]));

/**
 * The Host headers of someone who knows this endpoint. A page whose own name has been made to lead here (DNS rebinding) sends that
 * name, and is nobody's guest.
 */
export function hostsOf(address: string, port: number): ReadonlySet<string> {
  const name = os.hostname().toLowerCase();
  const names = isLoopbackAddress(address)
    ? [address, 'localhost']
    : isAny(address)
      ? [...ownAddresses(), name, `${name}.local`]
      : [address];
  const local = isAny(address) ? ['127.0.0.1', '::1', 'localhost'] : [];
  return new Set([...names, ...local].map((each) => `${bracketed(each)}:${port}`));
}

/** The key behind `Bearer`, whose letters may be of any case (RFC 9110). */
export const bearerOf = ({ authorization = '' }: IncomingHttpHeaders): string | undefined =>
  /^bearer +(\S{1,200}) *$/i.exec(authorization)?.[1];

/** `application/json`, with or without a charset, which can only be UTF-8. */
export const isJson = ({ 'content-type': type = '' }: IncomingHttpHeaders): boolean =>
  /^application\/json *(; *charset=("?)utf-8\2 *)?$/i.test(type);
