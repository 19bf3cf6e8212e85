import type { MantineColorSchemeManager } from '@mantine/core';

/** Preferences are main's; Mantine's own manager would keep the choice in the browser too, for an origin that never comes back. */
export const keepsNoColorScheme: MantineColorSchemeManager = {
  get: (usual) => usual,
  set() {},
  subscribe() {},
  unsubscribe() {},
  clear() {},
};
