import { networkInterfaces } from 'node:os';

/** `lo`, `lo0` or longer: each system names its loopback as it likes, and LiveKit picks interfaces by name. */
const loopback = () =>
  Object.entries(networkInterfaces()).find(([, addresses]) => addresses?.some(({ internal }) => internal))?.[0] ?? 'lo';

/**
 * The configuration of a server that only this machine can reach, with what the console needs. JSON is YAML, so no value needs quoting.
 * `webhookUrl`: where it tells what happens in its rooms; empty: nowhere. No TCP media port: livekit-server 1.13.5 opens it on every address, whatever `bind_addresses` says.
 */
export const serverConfig = (
  keys: { apiKey: string; apiSecret: string },
  ports: { http: number; udp: number },
  webhookUrl: string,
): string =>
  JSON.stringify({
    port: ports.http,
    bind_addresses: ['127.0.0.1'],
    keys: { [keys.apiKey]: keys.apiSecret },
    rtc: {
      tcp_port: 0,
      udp_port: ports.udp,
      use_external_ip: false,
      node_ip: '127.0.0.1',
      interfaces: { includes: [loopback()] },
      enable_loopback_candidate: true,
    },
    room: { auto_create: true, enable_remote_unmute: true },
    ...(webhookUrl && { webhook: { api_key: keys.apiKey, urls: [webhookUrl] } }),
    logging: { level: 'info', json: true },
  });
