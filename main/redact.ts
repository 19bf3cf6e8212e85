/** Names of what must not be read. All bounded: the text may be a megabyte of a stranger's. */
const secretName = String.raw`(?:secret|passw(?:or)?d|passphrase|\bpwd|ice-pwd|credential|access_token|authorization|cookie)`;
const anyName = String.raw`(?:${secretName}|token|ticket|\bjwt)`;
const restOfName = String.raw`[\w-]{0,40}\\?["']?\s{0,4}`;
const quoted = String.raw`(["'\`])(?:\\[^]|(?!\2)[^\\])*\2?`;
const isDone = String.raw`(?!(?:(?:Bearer|Basic)\s+)?\[(?:redacted|token)\])`;
const bare = String.raw`\\?["'\`]?${isDone}(?:(?:Bearer|Basic)\s+)?[^\s"'\`\\&,;})\]]+`;

const patterns: [RegExp, string][] = [
  // A token, also one that was cut off: its first part alone says whose it is, its first two all of it.
  [/eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, '[token]'],
  // A client's key of the token endpoint.
  [/\brk_[\w-]{20,}/g, '[client key]'],
  [/\b(Bearer|Basic)\s+(?=\S*[\dA-Z=])[\w+/=.~-]{6,}/g, '$1 [redacted]'],
  [/:\/\/[^\s/@]{1,500}@/g, '://[redacted]@'],
  [/__Host-[\w-]+=[^;\s]+/g, '__Host-[redacted]'],
  // A server's keys: as YAML, as --keys "key: secret", as LIVEKIT_KEYS.
  [/keys["']?\s{0,4}[:=]\s{0,4}\{[^}]{0,10000}\}?/gi, 'keys: [redacted]'],
  [/\b(API[A-Za-z0-9]{6,40}["']?\s{0,4}[:=]\s{0,4}["']?)[\w+/=-]{8,}/g, '$1[redacted]'],
  [new RegExp(`(${anyName}${restOfName}[:=]\\s{0,4})${quoted}`, 'gi'), '$1$2[redacted]$2'],
  [new RegExp(`(${anyName}${restOfName}=\\s{0,4})${bare}`, 'gi'), '$1[redacted]'],
  // Not so for `token:` in prose, where the server's own words would lose their sense: "invalid token: expired".
  [new RegExp(`(${secretName}${restOfName}:\\s{0,4})${bare}`, 'gi'), '$1[redacted]'],
];

/** Every log line and every error text passes here. */
export const redact = (text: string): string =>
  patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
