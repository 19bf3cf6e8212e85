import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { Problem } from '../ui/problem';
import { saveFile } from '../ui/save-file';

export function ExportServer({ id }: { id: string }) {
  const { t } = useTranslation();
  const write = useMutation({ mutationFn: () => unwrap(api['profiles.export']({ ids: [id] })), onSuccess: saveFile });
  return (
    <>
      <Problem error={write.error} />
      <Button variant="subtle" loading={write.isPending} onClick={() => write.mutate()}>
        {t('profiles.servers.export')}
      </Button>
    </>
  );
}
