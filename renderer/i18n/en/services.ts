export const services = { localServer: 'Local server' } as const;
