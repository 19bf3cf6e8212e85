import { networkInterfaces } from 'node:os';
import type { ReceiverPlace, WebhookStatus } from '../contract/webhooks';

const loopback = '127.0.0.1';
const everywhere = ['0.0.0.0', '::'];

/** Where it could listen: the loopback, each address of this computer, all of them. Link-local ones need a zone, which a URL has not. */
function ownAddresses(): string[] {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  return [loopback, ...others.map(({ address }) => address), '0.0.0.0'];
}

/** The address that a server is given; of a receiver that listens everywhere the first that other computers can reach. */
function urlOf({ address, port, path }: ReceiverPlace): string {
  if (port === 0) return '';
  const reached = everywhere.includes(address)
    ? (ownAddresses().find((one) => one !== loopback && one !== '0.0.0.0') ?? loopback)
    : address;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}${path}`;
}

export type PlaceStatus = Omit<WebhookStatus, 'forward' | 'kept'>;
export const placeStatus = (place: ReceiverPlace, state: WebhookStatus['state'], since: string | null): PlaceStatus => ({
  state,
  place,
  url: urlOf(place),
  since,
  addresses: ownAddresses(),
});
