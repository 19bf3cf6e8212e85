import type { Preferences } from '../../main/contract/preferences';

/** What is sent as picture or as sound. `id`: the browser's name of a device; empty: its default one. */
export type Source = { kind: 'device'; id: string } | { kind: 'synthetic' } | { kind: 'file'; file: File } | { kind: 'none' };
export type Sending = { picture: Source; sound: Source };
export type Device = { kind: MediaDeviceKind; id: string; label: string };
/** What was chosen. Devices by their labels: a browser makes up new ids at each start of the browser host, whose origin is another one then. */
export type SendingChoice = Preferences['join'];

function sourceOf(kind: SendingChoice['picture'], label: string, devices: Device[], file: File | null): Source {
  if (kind === 'file' && file) return { kind, file };
  if (kind === 'none') return { kind };
  if (kind === 'synthetic' || kind === 'file' || devices.length === 0) return { kind: 'synthetic' };
  return { kind: 'device', id: devices.find((device) => device.label === label && label !== '')?.id ?? '' };
}

/** A device where there is one and nothing else was chosen; the synthetic picture and tone elsewhere. */
export const sendingOf = (choice: SendingChoice, devices: Device[], file: File | null): Sending => ({
  picture: sourceOf(
    choice.picture,
    choice.camera,
    devices.filter(({ kind }) => kind === 'videoinput'),
    file,
  ),
  sound: sourceOf(
    choice.sound,
    choice.microphone,
    devices.filter(({ kind }) => kind === 'audioinput'),
    file,
  ),
});

/** Those that are there now. Labels are empty until the browser was allowed to use one; absent where the page is no secure context. */
export async function listDevices(): Promise<Device[]> {
  const found = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return found.map(({ kind, deviceId, label }) => ({ kind, id: deviceId, label }));
}
