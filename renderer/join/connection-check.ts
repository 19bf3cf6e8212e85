import type { CheckInfo, ConnectionCheck } from 'livekit-client';
import { withoutTokens } from './refusal';
import { listDevices } from './sending';

/** LiveKit's own checks, in their order. Each joins the room by itself and leaves it. */
export const checkNames = ['websocket', 'webrtc', 'turn', 'reconnect', 'audio', 'video', 'protocol', 'region'] as const;
export type CheckName = (typeof checkNames)[number];
export type CheckState = {
  state: 'waiting' | 'runs' | 'passed' | 'failed' | 'skipped' | 'no-device';
  /** What LiveKit's check said, in its own words, every token taken out. */
  notes: { level: 'info' | 'warning' | 'error'; text: string }[];
};
export type Checks = ReadonlyMap<CheckName, CheckState>;

const run: Record<CheckName, (check: ConnectionCheck) => Promise<CheckInfo>> = {
  websocket: (check) => check.checkWebsocket(),
  webrtc: (check) => check.checkWebRTC(),
  turn: (check) => check.checkTURN(),
  reconnect: (check) => check.checkReconnect(),
  audio: (check) => check.checkPublishAudio(),
  video: (check) => check.checkPublishVideo(),
  protocol: (check) => check.checkConnectionProtocol(),
  region: (check) => check.checkCloudRegion(),
};
const needs: Partial<Record<CheckName, MediaDeviceKind>> = { audio: 'audioinput', video: 'videoinput' };

/** One after another, until `signal`; a check that has begun is waited for. */
export async function runChecks(url: string, token: string, tell: (checks: Checks) => void, signal: AbortSignal): Promise<void> {
  const { CheckStatus, ConnectionCheck, setLogLevel } = await import('livekit-client');
  setLogLevel('silent');
  const devices = await listDevices();
  let checks: Checks = new Map(checkNames.map((name) => [name, { state: 'waiting', notes: [] }]));
  const show = (name: CheckName, state: CheckState) => {
    checks = new Map(checks).set(name, state);
    tell(checks);
  };
  const outcomes = new Map<unknown, CheckState['state']>([
    [CheckStatus.SUCCESS, 'passed'],
    [CheckStatus.FAILED, 'failed'],
    [CheckStatus.SKIPPED, 'skipped'],
  ]);
  const shown = ({ status, logs }: CheckInfo): CheckState => ({
    state: outcomes.get(status) ?? 'runs',
    notes: logs.map(({ level, message }) => ({ level, text: withoutTokens(message) })),
  });
  const check = new ConnectionCheck(url, token);
  for (const name of checkNames) {
    if (signal.aborted) return;
    const device = needs[name];
    if (device && !devices.some(({ kind }) => kind === device)) {
      show(name, { state: 'no-device', notes: [] });
      continue;
    }
    show(name, { state: 'runs', notes: [] });
    const update = (_id: number, info: CheckInfo) => show(name, shown(info));
    check.on('checkUpdate', update);
    show(name, shown(await run[name](check)));
    check.off('checkUpdate', update);
  }
}
