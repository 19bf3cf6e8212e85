import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PublishSources } from './publish-sources';
import { useGrants } from './use-token-form';

const takePart = ['roomJoin', 'canSubscribe', 'canPublish', 'canPublishData', 'canUpdateOwnMetadata'] as const;
const presence = ['roomAdmin', 'hidden', 'agent', 'recorder'] as const;
const more = ['canSubscribeMetrics', 'canManageAgentSession'] as const;
type RoomGrant = (typeof takePart | typeof presence | typeof more)[number];

/** One grant in a line: what its holder can do, then LiveKit's name. */
function Grant({ grant, children }: { grant: RoomGrant; children?: ReactNode }) {
  const { t } = useTranslation();
  const { grants, change } = useGrants();
  return (
    <div className="grant">
      <Switch
        checked={grants[grant]}
        onChange={({ currentTarget }) => change({ [grant]: currentTarget.checked })}
        label={
          <>
            {t(`tokens.grants.${grant}.label`)} <code>{grant}</code>
          </>
        }
        description={t(`tokens.grants.${grant}.why`)}
        classNames={{ body: 'grant-body', labelWrapper: 'grant-text', label: 'grant-label', description: 'rk-hint' }}
      />
      {children}
    </div>
  );
}

export function TakePart() {
  const { t } = useTranslation();
  const { grants } = useGrants();
  return (
    <fieldset className="grants">
      <legend>{t('tokens.takePart')}</legend>
      {takePart.map((grant) => (
        <Grant key={grant} grant={grant}>
          {grant === 'canPublish' && grants.canPublish && <PublishSources />}
        </Grant>
      ))}
    </fieldset>
  );
}

export function Presence() {
  const { t } = useTranslation();
  return (
    <fieldset className="grants">
      <legend>{t('tokens.presence')}</legend>
      {presence.map((grant) => (
        <Grant key={grant} grant={grant} />
      ))}
    </fieldset>
  );
}

/** The grants that hardly a token needs. */
export const MoreGrants = () => more.map((grant) => <Grant key={grant} grant={grant} />);
