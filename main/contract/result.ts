/** Why a call failed. The renderer has a sentence and a next step for each, in every language. */
export const failureCodes = [
  // the call itself
  'unknown-call',
  'invalid-input',
  'untrusted-sender',
  'too-many-calls',
  'closed',
  'cancelled',
  'not-found',
  'conflict',
  'internal',
  // the LiveKit server
  'unreachable',
  'timeout',
  'tls-failed',
  'not-livekit',
  'wrong-path',
  'wants-tls',
  'unknown-key',
  'wrong-secret',
  'wrong-project',
  'clock-skew',
  'permission-denied',
  'no-redis',
  'no-worker',
  'dead-node',
  'not-supported',
  'server-refused',
  'overloaded',
  'over-limit',
  'room-absent',
  'participant-absent',
  'nobody-answers',
  'stale-track',
  'remote-unmute-off',
  // the keychain
  'keychain-missing',
  'keychain-no-bus',
  'keychain-no-library',
  'keychain-locked',
  'keychain-dismissed',
  'secret-missing',
  // what the profile allows
  'read-only',
  'lifetime-over-policy',
  'lifetime-over-preset',
  'grant-over-policy',
  'grant-over-preset',
  'reason-required',
  'not-confirmed',
  'watching-off',
  'audit-unwritable',
  'lint-red',
  // files and programs of this machine
  'file-unreadable',
  'nothing-to-import',
  'program-missing',
  'program-failed',
  'port-taken',
  'outside-loopback',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** One field at fault: `path` as in the form (`policy.longestLifetimeSeconds`), `code` one of `fieldProblems`. */
export type FieldIssue = { path: string; code: string };

export type FailureDetails = {
  issues?: FieldIssue[];
  /** The server's own words, redacted. */
  answer?: string;
  /** What the sentence of this code names, such as a limit or a port. */
  values?: Record<string, string | number>;
};
/** `message` is English and for the log; what people read is chosen by `code`. */
export type Failure = { ok: false; code: FailureCode; message: string } & FailureDetails;
export type Result<T> = { ok: true; value: T } | Failure;

/** Thrown by a feature where the user can do something about it; every other error answers `internal`. */
export class Refusal extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;
  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
