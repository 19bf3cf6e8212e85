export const settings = {
  views: { servers: 'Servers', presets: 'Presets', appearance: 'Appearance', keyboard: 'Keyboard', about: 'About' },
  scheme: 'Colours',
  asSystem: 'As the system',
  light: 'Light',
  dark: 'Dark',
  language: 'Language',
  density: 'Rows',
  dense: 'Dense',
  roomy: 'Roomy',
  operator: 'Your name',
  operatorWhy: 'Written beside what you do here. Empty: the user of this computer.',
  singleKeys: 'Single-letter keys',
  singleKeysWhy: 'Letters act while no field has the focus. Off: only keys with Ctrl, ⌘ or Esc do.',
  about: {
    what: 'Desktop console for people who operate LiveKit.',
    host: 'Runs in',
    hosts: { electron: 'a window of its own (Electron)', browser: 'this browser, served on this computer alone' },
    runtime: 'Runtime',
    dataDir: 'Data',
    logFile: 'Log',
    copy: 'Copy: {{what}}',
    security: 'What Roomkeeper does with secrets',
    page: {
      electron: 'This page runs no code from elsewhere and reaches only the servers you have saved.',
      browser:
        'This page runs no code from elsewhere. It may reach any server, as pages do; the window of its own is held to the saved ones.',
    },
    model: {
      keychain: 'An API secret is typed once and goes into this computer’s keychain, or into memory for one session if you choose that.',
      signing: 'It is read there for one act at a time, by the part of Roomkeeper that signs; this page never gets it back.',
      log: 'Tokens and secrets are taken out of the log and of every error before they are written or shown.',
      local: 'Nothing is sent to anyone but your LiveKit servers; whoever opens a join link shows its token to the join page.',
    },
    licences: 'Licences',
    licenceText:
      'Roomkeeper: Apache-2.0. It is built on Electron, React, Mantine, TanStack Query, zod, Hono, i18next, Tabler Icons (MIT), LiveKit’s SDKs (Apache-2.0), Inter and JetBrains Mono (OFL-1.1).',
  },
} as const;
