import { Button } from '@mantine/core';
import IconDoor from '@tabler/icons-react/icons/IconDoor';
import IconKeyOff from '@tabler/icons-react/icons/IconKeyOff';
import IconPlugConnectedX from '@tabler/icons-react/icons/IconPlugConnectedX';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { useFailureWords } from '../ui/failure-words';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { go } from '../ui/route';
import { SkeletonRows } from '../ui/skeleton-rows';

const keyTroubles = ['wrong-secret', 'unknown-key', 'secret-missing', 'wrong-project'];

/** The ways in which there can be no rows: each says why, and what to do. A wrong secret is never an empty server. */
export function NoRooms({ list, hasRows, onCreate }: { list: UseQueryResult<unknown>; hasRows: boolean; onCreate: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const readOnly = useReadOnly();
  const failureWords = useFailureWords();
  if (list.isPending) return <SkeletonRows label={t('rooms.loading')} />;
  if (list.isError && hasRows) return <Problem error={list.error} />;
  if (list.isError) {
    const { code, what, next, answer } = failureWords(list.error);
    const isKey = keyTroubles.includes(code);
    return (
      <EmptyState
        icon={isKey ? IconKeyOff : IconPlugConnectedX}
        tone="red"
        title={what}
        actions={
          <>
            <Button variant="filled" onClick={() => (isKey ? go('settings', 'servers') : void list.refetch())}>
              {isKey ? t('rooms.empty.secret') : t('rooms.empty.tryNow')}
            </Button>
            <Button onClick={() => go('settings', 'servers')}>{t('rooms.empty.address')}</Button>
          </>
        }
      >
        {next} {answer && <code>{answer}</code>}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconDoor}
      title={t('rooms.empty.title')}
      actions={
        <>
          <Button variant="filled" disabled={readOnly} onClick={onCreate}>
            {t('rooms.empty.create')}
          </Button>
          <Button onClick={() => go('tokens')}>{t('rooms.empty.issue')}</Button>
        </>
      }
    >
      {t('rooms.empty.why', { server: profile.name })}
    </EmptyState>
  );
}
