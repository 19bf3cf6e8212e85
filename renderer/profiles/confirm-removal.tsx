import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { api, CallError, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';

type Props = { profile: Profile; onClose: () => void };

export function RemoveSecret({ profile: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const remove = useMutation({ mutationFn: () => unwrap(api['profiles.removeSecret']({ id })), onSuccess: onClose });
  return (
    <ConfirmDialog
      question={t('profiles.secret.removeTitle', { name })}
      what={t('profiles.secret.removeHint')}
      consequences={[t('profiles.delete.backup'), t('profiles.secret.removeKeeps')]}
      verb={t('profiles.secret.remove')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}

/** Where the keychain does not answer, a second press deletes the server and leaves the entry, said beforehand. */
export function DeleteServer({ profile: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const remove = useMutation({
    mutationFn: (leaveSecret: boolean) => unwrap(api['profiles.delete']({ id, leaveSecret })),
    onSuccess: onClose,
  });
  const isKeychainAway = remove.error instanceof CallError && remove.error.code.startsWith('keychain-');
  return (
    <ConfirmDialog
      question={t('profiles.delete.title', { name })}
      what={t('profiles.delete.hint')}
      consequences={[t(isKeychainAway ? 'profiles.delete.leave' : 'profiles.delete.backup'), t('profiles.delete.keeps')]}
      verb={t(isKeychainAway ? 'profiles.delete.confirmLeave' : 'profiles.delete.confirm')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(isKeychainAway)}
      onClose={onClose}
    />
  );
}
