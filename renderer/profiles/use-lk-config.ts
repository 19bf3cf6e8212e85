import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api';

/** The projects that LiveKit's own CLI knows on this computer. Their secrets stay in main. No file is no failure here. */
export const useLkConfig = () =>
  useQuery({
    queryKey: ['profiles.previewImport', 'lk-config'],
    queryFn: () => unwrap(api['profiles.previewImport']({ kind: 'lk-config' })),
    retry: false,
    refetchOnWindowFocus: false,
  });
