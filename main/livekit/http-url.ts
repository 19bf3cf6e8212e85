/** `wss://host/prefix` and `/rtc/validate` → `https://host/prefix/rtc/validate`. `serverUrl` is in its normal form (`contract/server-url`). */
export const httpUrl = (serverUrl: string, path = '/'): string => serverUrl.replace(/^ws/, 'http') + path;
