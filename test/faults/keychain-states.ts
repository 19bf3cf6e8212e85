import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const busConfig = (services: string) =>
  `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>${services}<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** Tells the keyring its password as PAM does at a login: a byte, then length, `unlock` and the password. Then the dialog is gone. */
const opener = `import { connect } from 'node:net';
const password = Buffer.from('pw');
const head = Buffer.alloc(13);
head.writeUInt32BE(12 + password.length, 1);
head.writeUInt32BE(1, 5);
head.writeUInt32BE(password.length, 9);
const socket = connect(process.env.XDG_RUNTIME_DIR + '/keyring/control');
socket.write(Buffer.concat([head, password]));
socket.once('data', () => process.exit(1));`;

/** A home with a keyring of its own, in which consoles are started on keychains in different states. */
export function newHome() {
  const home = mkdtempSync(path.join(tmpdir(), 'roomkeeper-keychain-'));
  const write = (name: string, text: string) => {
    const file = path.join(home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const bus = (services = '') => ['dbus-run-session', `--config-file=${write('bus.conf', busConfig(services))}`, '--'];
  const standard = bus('<standard_session_servicedirs/>');
  /** Who would show the keyring's dialog; it does what `program` does instead. */
  const asked = (program: string) => {
    const service = (name: string, exec: string) => write(`services/${name}.service`, `[D-BUS Service]\nName=${name}\nExec=${exec}\n`);
    service('org.gnome.keyring.SystemPrompter', `/bin/sh -c "${program}"`);
    return bus(`<servicedir>${path.join(home, 'services')}</servicedir>`);
  };
  const after = (prepare: string) => ['sh', '-c', `${prepare} >/dev/null 2>&1; exec "$@"`, 'sh'];
  const lock = after('gnome-keyring-daemon --start --components=secrets');
  return {
    home,
    write,
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
    commands: {
      unlocked: () => [...standard, ...after('printf pw | gnome-keyring-daemon --unlock --components=secrets')],
      locked: () => [...standard, ...lock],
      /** The dialog goes away after a second, as when a person closes it. */
      dismissed: () => [...asked('sleep 1; exit 1'), ...lock],
      /** The dialog is answered, and the keyring is open from then on. */
      opened: () => [...asked(`${process.execPath} ${write('open.mjs', opener)}`), ...lock],
      /** The dialog is open and nobody answers it. */
      waiting: () => [...asked('sleep 20'), ...lock],
      withoutService: () => bus(),
      withoutBus: () => [],
    },
  };
}
