import {
  AccessToken,
  AgentDispatchClient,
  EgressClient,
  IngressClient,
  RoomServiceClient,
  type SIPGrant,
  SipClient,
  type VideoGrant,
} from 'livekit-server-sdk';
import { createRpc, type Rpc, type RpcOptions } from './rpc';

/** What is needed to speak to one server, for one operation. */
export type Credentials = { serverUrl: string; apiKey: string; apiSecret: string };

/** The SDK has no option for its transport. Loud where a new version keeps it elsewhere, since calls would then lose the prefix. */
function withRpc<T extends object>(client: T, rpc: Rpc): T {
  if (!Reflect.has(client, 'rpc')) throw new Error('livekit-server-sdk no longer keeps its transport in `rpc`');
  Reflect.set(client, 'rpc', rpc);
  return client;
}

/**
 * The SDK's clients for one server; every call that fails throws a `Refusal` (`errors.ts`). Made anew for each operation and not kept:
 * they hold the secret. `tokenSeconds`: how long the token of a `call` holds.
 */
export function createClients(credentials: Credentials, options: RpcOptions & { tokenSeconds?: number } = { timeoutSeconds: 10 }) {
  const { serverUrl, apiKey, apiSecret } = credentials;
  const rpc = createRpc(credentials, options);
  return {
    rooms: withRpc(new RoomServiceClient(serverUrl, apiKey, apiSecret), rpc),
    egress: withRpc(new EgressClient(serverUrl, apiKey, apiSecret), rpc),
    ingress: withRpc(new IngressClient(serverUrl, apiKey, apiSecret), rpc),
    sip: withRpc(new SipClient(serverUrl, apiKey, apiSecret), rpc),
    agents: withRpc(new AgentDispatchClient(serverUrl, apiKey, apiSecret), rpc),
    /** A method that the SDK lacks, such as RoomService/PerformRpc; JSON in snake_case comes back, unchecked. */
    async call(
      service: string,
      method: string,
      data: object,
      grants: { video?: VideoGrant; sip?: SIPGrant },
      timeoutSeconds?: number,
      signal?: AbortSignal,
    ): Promise<unknown> {
      const token = new AccessToken(apiKey, apiSecret, { ttl: options.tokenSeconds ?? 600 });
      token.addGrant(grants.video ?? {});
      if (grants.sip) token.addSIPGrant(grants.sip);
      return rpc.request(service, method, data, { authorization: `Bearer ${await token.toJwt()}` }, timeoutSeconds, signal);
    },
  };
}
export type Clients = ReturnType<typeof createClients>;
