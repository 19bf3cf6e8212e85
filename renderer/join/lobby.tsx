import { Button } from '@mantine/core';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { ScrollPane } from '../ui/scroll-pane';
import { PanelButton, usePanel } from '../ui/side-panel';
import { JoinFailure } from './join-failure';
import { LobbyOptions } from './lobby-options';
import { LobbyPreview } from './lobby-preview';
import { LobbySending } from './lobby-sending';
import { LobbyWho } from './lobby-who';
import type { useJoin } from './use-join';
import { useLobby } from './use-lobby';

/** Before one is in: with what, what is sent, and how it looks. */
export function Lobby({ begin }: { begin: ReturnType<typeof useJoin>['begin'] }) {
  const { t } = useTranslation();
  const panel = usePanel();
  const lobby = useLobby();
  const way = useWatch({ control: lobby.form.control, name: 'way' });
  const submit = lobby.form.handleSubmit((typed) => begin.mutate(() => lobby.order(typed)));
  useHotkeys({ 'Mod ↵': () => void submit() });
  return (
    <div className="split">
      <form className="pane" noValidate aria-label={t('join.title')} onSubmit={(event) => void submit(event)}>
        <ScrollPane className="scroll form" label={t('join.title')}>
          <LobbyWho lobby={lobby} />
          <LobbySending lobby={lobby} />
          <LobbyOptions lobby={lobby} />
          <JoinFailure error={begin.error} />
        </ScrollPane>
        <footer>
          <span>{way === 'room' ? t('join.issues') : t('join.given')}</span>
          <PanelButton panel={panel} />
          <Button
            variant="filled"
            type="submit"
            loading={begin.isPending}
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            rightSection={<Keys of="Mod ↵" />}
          >
            {t('join.join')}
          </Button>
        </footer>
      </form>
      {!begin.isPending && <LobbyPreview lobby={lobby} panel={panel} />}
    </div>
  );
}
