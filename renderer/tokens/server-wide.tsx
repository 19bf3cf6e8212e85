import { Switch, TextInput } from '@mantine/core';
import IconShieldExclamation from '@tabler/icons-react/icons/IconShieldExclamation';
import { useTranslation } from 'react-i18next';
import { type ServerWideGrant, serverWideGrants } from '../../main/contract/grants';
import { useOpenProfile } from '../ui/profile';
import { useFieldError } from '../ui/use-field-error';
import { Named } from './named';
import { serverWideOn } from './token-form';
import { useGrants, useTokenForm } from './use-token-form';

/** As they stand in the token. */
const claimNames: Record<ServerWideGrant, string> = {
  roomCreate: 'roomCreate',
  roomList: 'roomList',
  roomRecord: 'roomRecord',
  ingressAdmin: 'ingressAdmin',
  sipAdmin: 'sip.admin',
  sipCall: 'sip.call',
  inference: 'inference.perform',
  observability: 'observability.write',
};

/** Grants that reach every room, apart and in red. What the profile's policy does not allow is off and says where that is changed. */
export function ServerWide() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const profile = useOpenProfile();
  const { register, formState } = useTokenForm();
  const { grants, change } = useGrants();
  const on = serverWideOn(grants);
  const barred = (grant: ServerWideGrant) => !profile.policy.serverWideGrants.includes(grant);
  const values = { count: on.length, server: profile.name };
  return (
    <fieldset className="server-wide" data-on={on.length > 0 || undefined}>
      <legend className="gone">{t('tokens.serverWide')}</legend>
      <div>
        <IconShieldExclamation size={15} stroke={1.8} aria-hidden />
        <b>{t('tokens.serverWide')}</b>
        <span>{on.length > 0 ? t('tokens.serverWideOn', values) : t('tokens.serverWideOff', values)}</span>
      </div>
      <div className="wide-grants">
        {serverWideGrants.map((grant) => (
          <Switch
            key={grant}
            color="red"
            checked={grants[grant]}
            disabled={barred(grant) && !grants[grant]}
            onChange={({ currentTarget }) => change({ [grant]: currentTarget.checked })}
            label={<Named name={claimNames[grant]}>{t(`tokens.serverWideGrants.${grant}.label`)}</Named>}
            description={t(`tokens.serverWideGrants.${grant}.why`)}
            classNames={{ labelWrapper: 'grant-text', label: 'grant-label', description: 'rk-hint' }}
          />
        ))}
      </div>
      {serverWideGrants.some(barred) && <p className="rk-hint barred">{t('tokens.barredByPolicy')}</p>}
      {on.length > 0 && (
        <div className="reason">
          <TextInput label={t('tokens.reason')} error={fieldError(formState.errors.reason)} {...register('reason')} />
        </div>
      )}
    </fieldset>
  );
}
