export const settings = { servers: 'Servers' } as const;
