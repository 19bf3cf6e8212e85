/** Whether a host name, as `URL.hostname` has it, is this computer and nobody else. */
export const isLoopback = (hostname: string): boolean => /^(127(\.\d+){3}|\[?::1\]?|localhost|.+\.localhost)$/.test(hostname);
