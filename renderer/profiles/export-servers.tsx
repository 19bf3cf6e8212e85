import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../api';
import { Problem } from '../ui/problem';
import { saveFile } from '../ui/save-file';

/** As a file without secrets; no `ids`: all there are. */
export function ExportServers({ ids, children }: { ids: string[]; children: string }) {
  const write = useMutation({ mutationFn: () => unwrap(api['profiles.export']({ ids })), onSuccess: saveFile });
  return (
    <>
      <Problem error={write.error} />
      <Button variant="subtle" loading={write.isPending} onClick={() => write.mutate()}>
        {children}
      </Button>
    </>
  );
}
