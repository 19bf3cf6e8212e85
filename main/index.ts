/** Which host runs: in Electron Electron's; under Node Electron's by its runtime, if that is there and starts, else the browser's. */
async function run(): Promise<number> {
  const { electron, node } = process.versions;
  if (electron) return (await import('./host/electron')).start();
  if (Number.parseInt(node, 10) < 22) {
    console.error(`Roomkeeper needs Node 22 or newer; this is Node ${node}. Start it by npm start, which brings its own, or update Node.`);
    return 1;
  }
  const args = process.argv.slice(2);
  const { runInElectron } = await import('./host/electron-runtime');
  const ran = await runInElectron(args);
  if ('code' in ran) return ran.code;
  console.log(`Roomkeeper runs in the browser host: ${ran.lacks}.`);
  return (await import('./host/browser')).start(args);
}

// Not awaited: Electron becomes ready only after this module has been evaluated.
void run().then((code) => process.exit(code));
