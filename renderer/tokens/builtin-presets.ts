const builtinPresets = ['guest', 'publisher', 'moderator', 'silent-observer', 'agent', 'recorder', 'ingress-manager'] as const;

/** The built-in presets have names in every language, own ones the name that they were given. */
export const builtinPreset = (id: string) => builtinPresets.find((known) => known === id);
