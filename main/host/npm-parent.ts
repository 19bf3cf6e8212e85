/** A signal to npm ends npm and its shell, and would leave this process behind. Answers how to stop looking. */
export function endWithNpm(end: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && end(), 1_000);
  return () => clearInterval(timer);
}
