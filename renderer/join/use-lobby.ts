import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { CallError } from '../api';
import { joinHandoff } from '../ui/join-handoff';
import { usePresets } from '../ui/presets';
import { useOpenProfile } from '../ui/profile';
import { issueFor } from './issue-for';
import { defaultOptions } from './join-options';
import { type LobbyForm, lobbySchema, newQaIdentity } from './lobby-form';
import { type Pasted, parsePasted } from './parse-pasted';
import { listDevices, sendingOf } from './sending';
import type { JoinOrder } from './session';
import { useDevices, useSendingChoice } from './use-sending';

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
  const { choice, choose } = useSendingChoice();
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
