import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Refusal } from '../contract/result';

/** Whether a server could listen on this TCP port of the loopback. */
async function isPortFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

/** A TCP port of the loopback that nothing uses now. */
async function freeTcpPort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** The one that is asked for, or the first free one of `wanted`, or any. Throws `port-taken` for the one that is asked for. */
export async function portFor(asked: number | undefined, wanted: number[]): Promise<number> {
  if (asked !== undefined) {
    if (await isPortFree(asked)) return asked;
    throw new Refusal('port-taken', `Port ${asked} is taken`, { issues: [{ path: 'port', code: 'taken' }], values: { port: asked } });
  }
  for (const port of wanted) if (await isPortFree(port)) return port;
  return freeTcpPort();
}

/** A UDP port of the loopback that nothing uses now. */
export async function freeUdpPort(): Promise<number> {
  const probe = createSocket('udp4');
  probe.bind(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}
