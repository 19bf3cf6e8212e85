import { Switch, TextInput, Tooltip } from '@mantine/core';
import IconShieldExclamation from '@tabler/icons-react/icons/IconShieldExclamation';
import { useTranslation } from 'react-i18next';
import { type ServerWideGrant, serverWideGrants } from '../../main/contract/grants';
import { useOpenProfile } from '../ui/profile';
import { useFieldError } from '../ui/use-field-error';
import { serverWideOn } from './token-form';
import { useGrants, useTokenForm } from './use-token-form';

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
          <Tooltip
            key={grant}
            label={barred(grant) ? t('tokens.barredByPolicy') : t(`tokens.serverWideGrants.${grant}.why`)}
            multiline
            w={260}
          >
            <div>
              <Switch
                color="red"
                checked={grants[grant]}
                disabled={barred(grant) && !grants[grant]}
                onChange={({ currentTarget }) => change({ [grant]: currentTarget.checked })}
                label={t(`tokens.serverWideGrants.${grant}.label`)}
                classNames={{ label: 'grant-label' }}
              />
            </div>
          </Tooltip>
        ))}
      </div>
      {on.length > 0 && (
        <div className="reason">
          <TextInput label={t('tokens.reason')} error={fieldError(formState.errors.reason)} {...register('reason')} />
        </div>
      )}
    </fieldset>
  );
}
