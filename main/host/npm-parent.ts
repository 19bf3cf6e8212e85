/** As this was loaded: where npm ends while the console is still starting, a later look would find the one who takes orphans in. */
const parent = process.ppid;

/** A signal to npm ends npm and its shell, and would leave this process behind. Answers how to stop looking. */
export function endWithNpm(end: () => void): () => void {
  const timer = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && end(), 1_000);
  return () => clearInterval(timer);
}
