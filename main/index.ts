/** Which host runs: in Electron its own; under Node Electron by its runtime, if that is there and starts, else the browser host. */
async function choose(): Promise<number> {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) < 22) {
    console.error(`Roomkeeper needs Node.js 22 or newer; this is ${node}. Start it by npm start, which brings its own, or update Node.`);
    return 1;
  }
  const args = process.argv.slice(2);
  if (args.includes('--token-endpoint')) {
    const { start } = await import('./host/headless');
    return start();
  }
  const { runInElectron } = await import('./host/electron-runtime');
  const ran = await runInElectron(args);
  if ('code' in ran) return ran.code;
  console.log(`Roomkeeper runs in the browser host: ${ran.lacks}.`);
  const { start } = await import('./host/browser');
  return start(args);
}

// Electron is ready as soon as this module has been evaluated: what must come before that is done by start at once, and start itself
// is not awaited.
const run = process.versions.electron ? (await import('./host/electron')).start : choose;
void run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`Roomkeeper cannot start: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
