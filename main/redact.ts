const patterns: [RegExp, string][] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/((?:api[-_]?secret|access_token|token|ticket|password|turnPassword)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, '$1[redacted]'],
];

/** Every log line and every error text passes here. */
export const redact = (text: string): string =>
  patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
