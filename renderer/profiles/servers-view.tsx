/** Settings → Servers: the saved servers, the form of one, and its connection. */
export function ServersView() {
  return null;
}
