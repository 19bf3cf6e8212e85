import { Button } from '@mantine/core';
import IconDatabaseOff from '@tabler/icons-react/icons/IconDatabaseOff';
import IconPlugConnectedX from '@tabler/icons-react/icons/IconPlugConnectedX';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { useFailureWords } from '../ui/failure-words';
import { go } from '../ui/route';
import { SkeletonRows } from '../ui/skeleton-rows';
import { type Part, SetUp } from './set-up';

/** Why there is no list: it is on its way, the server lacks a part, or the call failed. */
export function Missing({ part, list }: { part: Part; list: UseQueryResult<unknown> }) {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  const [shown, setShown] = useState(false);
  if (!list.error) return <SkeletonRows label={t('media.loading')} />;
  const { code, what, next, answer } = failureWords(list.error);
  const again = (
    <Button loading={list.isFetching} onClick={() => void list.refetch()}>
      {t('media.missing.again')}
    </Button>
  );
  if (code !== 'no-redis')
    return (
      <EmptyState
        icon={IconPlugConnectedX}
        tone="red"
        title={what}
        actions={
          <>
            {again}
            <Button onClick={() => go('settings', 'servers')}>{t('rooms.empty.address')}</Button>
          </>
        }
      >
        {next} {answer && <code>{answer}</code>}
      </EmptyState>
    );
  if (shown) return <SetUp part={part}>{again}</SetUp>;
  return (
    <EmptyState
      icon={IconDatabaseOff}
      title={t('media.missing.redis')}
      actions={
        <>
          <Button variant="filled" onClick={() => setShown(true)}>
            {t('media.missing.show')}
          </Button>
          {again}
        </>
      }
    >
      {t(`media.missing.why.${part}`)} {answer && <code>{answer}</code>}
    </EmptyState>
  );
}
