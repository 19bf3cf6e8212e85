export const profiles = {
  connect: 'Connect to your server',
  serverUrl: 'Server address',
  apiKey: 'API key',
  apiSecret: 'API secret',
  name: 'Name',
  save: 'Save to keychain and open',
} as const;
