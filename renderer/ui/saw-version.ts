import type { Room } from 'livekit-client';
import { api } from '../api';

/** Only who is let into a room learns which version the server is: main keeps it for the saved server of this address. */
export function sawVersion(serverUrl: string, { serverInfo }: Room): void {
  const version = serverInfo?.version;
  if (version) void api['profiles.sawVersion']({ serverUrl, version });
}
