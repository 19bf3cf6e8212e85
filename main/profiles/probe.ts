import { z } from 'zod';
import { type ApiState, type ProbeReport, probeVerdicts } from '../contract/profiles';
import { type FailureCode, Refusal } from '../contract/result';
import { type Clients, type Credentials, createClients } from '../livekit/clients';
import { refusalOfAnswer, refusalOfFailure, serverWords } from '../livekit/errors';
import { httpUrl } from '../livekit/http-url';
import { askForLiveKit, reach, tlsFacts } from '../livekit/reach';

/** The server's leeway on `nbf` and `exp`. */
const leewayMs = 60_000;
/** A name that need not exist. */
const noRoom = 'roomkeeper-probe';

type Verdict = ProbeReport['verdict'];
type Others = (credentials: Pick<Credentials, 'serverUrl' | 'apiKey'>) => string | null;

export const hostingOf = (serverUrl: string) => (/\.livekit\.cloud$/.test(new URL(serverUrl).hostname) ? 'cloud' : 'self-hosted');
const nothingYet = (address: string): ProbeReport => ({
  verdict: 'ok',
  checkedAt: new Date().toISOString(),
  address,
  roundTripMs: null,
  tls: null,
  isLiveKit: null,
  knowsKey: null,
  secretRight: null,
  clockAheadMs: null,
  version: null,
  hosting: null,
  rooms: null,
  apis: null,
  otherProfile: null,
  answer: null,
});

const verdictOf = ({ code }: Refusal): Verdict => probeVerdicts.find((known) => known === code) ?? 'server-refused';
const answerOf = ({ details }: Refusal): ProbeReport['answer'] => ({
  status: Number(details.values?.status ?? 0),
  text: details.answer ?? '',
});

/** Whether something answers, what its clock says, and whether it is LiveKit: at this path, or only without it. */
async function reachServer(serverUrl: string, report: ProbeReport): Promise<ProbeReport> {
  const reached = await reach(serverUrl, '/');
  const found = {
    ...report,
    roundTripMs: Math.round(reached.roundTripMs * 10) / 10,
    clockAheadMs: reached.aheadMs === null ? null : Math.round(reached.aheadMs),
    tls: await tlsFacts(serverUrl),
  };
  const asked = await askForLiveKit(serverUrl);
  if (asked.isLiveKit) return { ...found, isLiveKit: true, hosting: hostingOf(serverUrl) };
  // A proxy that cannot reach what is behind it, or that wants another address.
  if (asked.status >= 500 || (asked.status >= 300 && asked.status < 400)) {
    const redirect = { from: httpUrl(serverUrl, '/rtc/validate'), to: asked.location };
    const refusal = refusalOfAnswer('GET /rtc/validate', asked.status, asked.body, redirect);
    return { ...found, verdict: verdictOf(refusal), answer: answerOf(refusal) };
  }
  const root = new URL(serverUrl);
  const isElsewhere = root.pathname !== '/' && (await askForLiveKit(`${root.protocol}//${root.host}`)).isLiveKit;
  const answer = { status: reached.status, text: serverWords(reached.body) };
  return { ...found, isLiveKit: false, answer, verdict: isElsewhere ? 'wrong-path' : 'not-livekit' };
}

/** The first steps, which need no key; a verdict other than `ok` ends the probe. */
async function reachOrSay(serverUrl: string): Promise<ProbeReport> {
  const report = nothingYet(serverUrl.replace(/^wss?:\/\//, ''));
  try {
    return await reachServer(serverUrl, report);
  } catch (error) {
    const refusal = refusalOfFailure('GET /', error);
    const tls = refusal.code === 'tls-failed' ? await tlsFacts(serverUrl) : null;
    return { ...report, verdict: verdictOf(refusal), answer: answerOf(refusal), tls };
  }
}

/** Asks for one room that need not be there: a list without end makes a big server look dead. Answers whether it is LiveKit's answer. */
const listOne = async (clients: Clients): Promise<boolean> =>
  z
    .object({ rooms: z.array(z.unknown()) })
    .safeParse(await clients.call('RoomService', 'ListRooms', { names: [noRoom] }, { video: { roomList: true } })).success;

/** One call each, of the cheapest kind; `fails` is an answer that says nothing about the service. */
async function apisOf({ egress, ingress, sip }: Clients): Promise<NonNullable<ProbeReport['apis']>> {
  const states: Partial<Record<string, ApiState>> = { 'no-redis': 'no-redis', 'permission-denied': 'denied', 'not-supported': 'unknown' };
  const state = (call: Promise<unknown>): Promise<ApiState> =>
    call.then(
      () => 'answers',
      (error) => states[error instanceof Refusal ? error.code : ''] ?? 'fails',
    );
  const [egressState, ingressState, sipState] = await Promise.all([
    state(egress.listEgress({ roomName: noRoom, active: true })),
    state(ingress.listIngress({ roomName: noRoom })),
    state(sip.listSipInboundTrunk({ trunkIds: [noRoom] })),
  ]);
  return { rooms: 'answers', egress: egressState, ingress: ingressState, sip: sipState };
}

/** A 401 that the key's owner would not get: told apart by the server's words. */
function refused(refusal: Refusal, report: ProbeReport, credentials: Credentials, others: Others): ProbeReport {
  const found: ProbeReport = { ...report, verdict: verdictOf(refusal), answer: answerOf(refusal) };
  if (refusal.code === 'unknown-key') {
    const otherProfile = others(credentials);
    return { ...found, knowsKey: false, otherProfile, verdict: otherProfile === null ? 'unknown-key' : 'wrong-project' };
  }
  if (refusal.code === 'wrong-secret') return { ...found, knowsKey: true, secretRight: false };
  if (refusal.code === 'clock-skew') return { ...found, knowsKey: true, secretRight: true };
  return found;
}

/** The answers to a signed call that no other program gives. */
const onlyLiveKit: FailureCode[] = ['unknown-key', 'wrong-secret', 'clock-skew', 'permission-denied'];
const asLiveKit = (report: ProbeReport, serverUrl: string): ProbeReport => ({
  ...report,
  verdict: 'ok',
  isLiveKit: true,
  hosting: hostingOf(serverUrl),
  answer: null,
});

/**
 * Finds out about a server in the order in which things can go wrong, and stops at the first that does. Nothing is created on the
 * server, nobody joins. Never throws: what went wrong is the verdict. `others`: the name of another saved profile that has this key
 * with another address. `how`: `typed`, while the form is filled in; `watched`, each minute; `asked`, by a person.
 */
export async function probe(credentials: Credentials, others: Others, how: 'typed' | 'watched' | 'asked'): Promise<ProbeReport> {
  const { serverUrl } = credentials;
  const reached = await reachOrSay(serverUrl);
  // A server of another version may have other words for us: a signed call decides. Not while typing, when it may be anybody's host.
  const isUnsure = reached.isLiveKit === false && how !== 'typed';
  if (reached.verdict !== 'ok' && !isUnsure) return reached;
  const clients = createClients(credentials, { timeoutSeconds: 5, tokenSeconds: 60 });
  try {
    if (!(await listOne(clients)) && isUnsure) return reached;
  } catch (error) {
    const refusal = refusalOfFailure('ListRooms', error);
    if (isUnsure && !onlyLiveKit.includes(refusal.code)) return reached;
    return refused(refusal, asLiveKit(reached, serverUrl), credentials, others);
  }
  const tooFar = Math.abs(reached.clockAheadMs ?? 0) > leewayMs;
  return {
    ...asLiveKit(reached, serverUrl),
    verdict: tooFar ? 'clock-skew' : 'ok',
    knowsKey: true,
    secretRight: true,
    rooms: how === 'asked' ? await countRooms(clients) : null,
    apis: how === 'typed' ? null : await apisOf(clients),
  };
}

/** Null where the list does not come in time. */
const countRooms = ({ rooms }: Clients) =>
  rooms.listRooms().then(
    ({ length }) => length,
    () => null,
  );

/** As far as it goes where the keychain gave no secret to try with: `secret-missing`, or `keychain`. */
export async function probeWithoutSecret(serverUrl: string, { code }: Refusal): Promise<ProbeReport> {
  const report = await reachOrSay(serverUrl);
  return report.verdict === 'ok' ? { ...report, verdict: code === 'secret-missing' ? 'secret-missing' : 'keychain' } : report;
}
