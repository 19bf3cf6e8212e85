import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useChangePreferences, usePreferences } from '../ui/queries';
import { listDevices, type SendingChoice } from './sending';

/** The devices, asked anew whenever one comes or goes, or one was allowed and so tells its name. */
export function useDevices() {
  const client = useQueryClient();
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: ['devices'] });
    navigator.mediaDevices?.addEventListener('devicechange', again);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', again);
  }, [client]);
  const { data: devices = [] } = useQuery({ queryKey: ['devices'], queryFn: listDevices });
  const learnNames = useCallback(() => void client.invalidateQueries({ queryKey: ['devices'] }), [client]);
  return { devices, learnNames };
}

const asBefore: SendingChoice = { picture: 'auto', sound: 'auto', camera: '', microphone: '', speaker: '' };

/** What is sent from where, as it was last chosen in the lobby or in a room. */
export function useSendingChoice() {
  const choice = usePreferences().data?.join ?? asBefore;
  const changePreferences = useChangePreferences();
  return { choice, choose: (change: Partial<SendingChoice>) => changePreferences({ join: { ...choice, ...change } }) };
}
