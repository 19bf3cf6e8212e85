import '../../../renderer/theme.css';
import '../../../renderer/ui/mantine-variables.css';
import '../../../renderer/ui/page.css';
import '../../../renderer/ui/mantine.css';
import '../../../renderer/ui/controls.css';
import '../../../renderer/ui/parts.css';
import '../../../renderer/frame/frame.css';
import '../../../renderer/rooms/rooms.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferences } from '../../../main/contract/preferences';
import { startI18n } from '../../../renderer/i18n/i18n';
import { theme } from '../../../renderer/ui/theme';
import { FilteredTable, NaiveTable } from './tables';

const views: Record<string, ReactNode> = { naive: <NaiveTable />, ours: <FilteredTable /> };

await startI18n();
const client = new QueryClient();
client.setQueryData(['preferences.get'], preferences.parse({}));
const place = document.getElementById('root');
let root: ReturnType<typeof createRoot> | undefined;

/** Shows one of the tables anew; milliseconds until the frame with its rows has been drawn. */
async function paint(name: string): Promise<number> {
  root?.unmount();
  if (!place) throw new Error('no place');
  root = createRoot(place);
  const begun = performance.now();
  root.render(
    <MantineProvider theme={theme} withCssVariables={false} withStaticClasses={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>{views[name]}</QueryClientProvider>
    </MantineProvider>,
  );
  do await new Promise(requestAnimationFrame);
  while (!place.querySelector('tbody tr:not([aria-hidden])'));
  // The task after the frame's own.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
  return performance.now() - begun;
}
Object.defineProperty(window, 'paint', { value: paint });
