export const settings = {
  views: { servers: 'Servers', presets: 'Presets' },
} as const;
