import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { CallError } from '../api';
import { joinHandoff } from '../ui/join-handoff';
import { usePresets } from '../ui/presets';
import { useOpenProfile } from '../ui/profile';
import { useChangePreferences, usePreferences } from '../ui/queries';
import { issueFor } from './issue-for';
import { defaultOptions } from './join-options';
import { type LobbyForm, lobbySchema, newQaIdentity } from './lobby-form';
import { type Pasted, parsePasted } from './parse-pasted';
import { listDevices, type SendingChoice, sendingOf } from './sending';
import type { JoinOrder } from './session';

/** The devices, asked anew whenever one comes or goes, or one was allowed and so tells its name. */
function useDevices() {
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

/** What the lobby asks for, and the order that comes of it. */
export function useLobby() {
  const profile = useOpenProfile();
  const { devices, learnNames } = useDevices();
  const presets = (usePresets().data ?? []).filter(({ grants }) => grants.roomJoin);
  const form = useForm<LobbyForm>({
    resolver: zodResolver(lobbySchema),
    mode: 'onTouched',
    defaultValues: { way: 'room', room: '', identity: newQaIdentity(), presetId: 'publisher', pasted: '' },
  });
  const [options, setOptions] = useState(defaultOptions);
  const [file, setFile] = useState<File | null>(null);
  const choice = usePreferences().data?.join ?? asBefore;
  const changePreferences = useChangePreferences();
  const choose = (change: Partial<SendingChoice>) => changePreferences({ join: { ...choice, ...change } });
  const sending = sendingOf(choice, devices, file);

  // Fetched while one fills in the form: the first join would wait for it.
  useEffect(() => void import('livekit-client'), []);

  const handed = joinHandoff.use();
  useEffect(() => {
    if (!handed) return;
    joinHandoff.set(null);
    if ('room' in handed) form.reset({ ...form.getValues(), way: 'room', room: handed.room });
    else form.reset({ ...form.getValues(), way: 'pasted', pasted: handed.token });
  }, [handed, form]);

  /** Asks main for the token where there is none. Throws `CallError`. */
  async function order({ way, room, identity, presetId, pasted }: LobbyForm): Promise<JoinOrder> {
    const speaker = devices.find(({ kind, label }) => kind === 'audiooutput' && label === choice.speaker)?.id ?? '';
    // Asked once more: a device may have come, or the first answer be still on its way.
    const sendingNow = async () => sendingOf(choice, await listDevices(), file);
    const given = way === 'pasted' ? parsePasted(pasted) : undefined;
    if (given)
      return { sending: await sendingNow(), url: given.url ?? profile.serverUrl, token: given.token, options: withLink(given), speaker };
    const preset = presets.find(({ id }) => id === presetId);
    if (!preset) throw new CallError({ ok: false, code: 'not-found', message: 'no such preset' });
    const [token, sending] = await Promise.all([issueFor(profile, preset, room, identity || newQaIdentity()), sendingNow()]);
    return { sending, url: profile.serverUrl, token, options, speaker };
  }
  /** What a link says of encryption and codec holds where nothing else was chosen. */
  const withLink = ({ passphrase, codec }: Pasted) => ({
    ...options,
    passphrase: options.passphrase || passphrase,
    codec: options.codec === defaultOptions.codec ? (codec ?? options.codec) : options.codec,
  });
  return { form, presets, devices, learnNames, choice, choose, sending, file, setFile, options, setOptions, order };
}
export type LobbyState = ReturnType<typeof useLobby>;
