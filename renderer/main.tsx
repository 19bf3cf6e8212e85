import './zod-without-eval';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
// In this order: the later may refine the earlier.
import './theme.css';
import './ui/mantine-variables.css';
import './ui/page.css';
import './ui/mantine.css';
import './ui/controls.css';
import './ui/marks.css';
import './ui/json.css';
import './ui/table.css';
import './ui/kept.css';
import './ui/labels.css';
import './ui/findings.css';
import './ui/facts.css';
import './ui/states.css';
import './ui/dialog.css';
import './ui/parts.css';
import './frame/frame.css';
import './frame/sidebar.css';
import './frame/bar.css';
import './ui/panes.css';
import './ui/service.css';
import './frame/narrow.css';
import './frame/switcher.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startI18n } from './i18n/i18n';
import { keepsNoColorScheme } from './ui/color-scheme';
import { createClient } from './ui/keychain-changes';
import { theme } from './ui/theme';

await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      colorSchemeManager={keepsNoColorScheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withStaticClasses={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={createClient()}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
