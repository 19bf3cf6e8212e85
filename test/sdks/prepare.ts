import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheDir, type Missing, onPath } from '../setup/programs.ts';

/** What the tests need to run the other SDKs: null where a language is not there. */
export type Sdks = {
  python: { program: string } | null;
  go: { env: Record<string, string>; verifier: string } | null;
  java: { classPath: string } | null;
  /** Not an SDK: it makes requests from the OpenAPI document of the token endpoint. */
  schemathesis: { program: string } | null;
};

const here = path.resolve('test/sdks');
const [bin, ending] = process.platform === 'win32' ? ['Scripts', '.exe'] : ['bin', ''];

/** Runs to its end for five minutes at most; its output where it went well. */
function run(program: string, args: string[], env: Record<string, string> = {}): string | null {
  const { status, stdout } = spawnSync(program, args, {
    cwd: here,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 300_000,
  });
  return status === 0 ? stdout : null;
}

/** A folder of the cache for one version of these files; anew where it has no mark that says it is complete. */
function keptFor(name: string, files: string[], make: (folder: string) => boolean): string | null {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(path.join(here, file)));
  const folder = path.join(cacheDir, 'sdks', `${name}-${hash.digest('hex').slice(0, 12)}`);
  const mark = path.join(folder, 'complete');
  if (existsSync(mark)) return folder;
  console.log(`Setting up ${name} for the tests, once`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!make(folder)) return null;
  writeFileSync(mark, '');
  return folder;
}

/** A program of a Python environment with these packages. */
function python(name: string, requirements: string, program: string): { program: string } | null {
  const system = onPath('python3') ?? onPath('python');
  if (!system) return null;
  const inside = (folder: string, file: string) => path.join(folder, 'venv', bin, `${file}${ending}`);
  const folder = keptFor(name, [requirements], (made) => {
    const environment = path.join(made, 'venv');
    return (
      run(system, ['-m', 'venv', environment]) !== null &&
      run(inside(made, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]) !== null
    );
  });
  return folder === null ? null : { program: inside(folder, program) };
}

function go(): Sdks['go'] {
  if (!onPath('go')) return null;
  // Go's caches lie in the real HOME; the suites have another.
  const [modules, builds] = run('go', ['env', 'GOMODCACHE', 'GOCACHE'])?.trim().split('\n') ?? [];
  if (!modules || !builds) return null;
  const env = { GOMODCACHE: modules, GOCACHE: builds, GOFLAGS: '' };
  const verifier = (folder: string) => path.join(folder, `verify${ending}`);
  const folder = keptFor(
    'Go',
    ['go.mod', 'go.sum', 'verify.go'],
    (made) => run('go', ['build', '-o', verifier(made), 'verify.go'], env) !== null,
  );
  return folder === null ? null : { env, verifier: verifier(folder) };
}

function java(): Sdks['java'] {
  if (!onPath('java') || !onPath('mvn')) return null;
  const list = (folder: string) => path.join(folder, 'class-path');
  const folder = keptFor('Java', ['pom.xml'], (made) => {
    const resolved = run('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${list(made)}`]);
    return resolved !== null && existsSync(list(made));
  });
  const classPath = folder && readFileSync(list(folder), 'utf8').trim();
  if (!classPath || classPath.split(path.delimiter).every((file) => existsSync(file))) return classPath ? { classPath } : null;
  rmSync(folder, { recursive: true }); // Maven's own store has been cleared meanwhile
  return java();
}

const make = {
  python: () => python('Python', 'requirements.txt', 'python'),
  go,
  java,
  schemathesis: () => python('schemathesis', 'fuzz-requirements.txt', 'schemathesis'),
} satisfies { [N in keyof Sdks]: () => Sdks[N] };
const all = ['python', 'go', 'java', 'schemathesis'] as const;
const sdkMissing = (language: string, cure: string): Missing => ({
  what: `LiveKit's SDK for ${language}`,
  without: 'the comparison with it',
  cure: `${cure}, with a way to its packages`,
});
const missingOnes: Record<keyof Sdks, Missing> = {
  python: sdkMissing('python', 'install python3 and its venv module'),
  go: sdkMissing('go', 'install Go 1.26 or newer'),
  java: sdkMissing('java', 'install a JDK and maven'),
  schemathesis: {
    what: 'schemathesis',
    without: 'the token endpoint against requests made from its OpenAPI document',
    cure: 'install python3 and its venv module, with a way to its packages',
  },
};

/** Those of `wanted`; the others are null. Minutes the first time, nothing after that. Ruby's SDK is not set up. */
export function prepareSdks(wanted: readonly (keyof Sdks)[] = all): { sdks: Sdks; missing: Missing[] } {
  const sdks: Sdks = { python: null, go: null, java: null, schemathesis: null };
  for (const name of wanted) Object.assign(sdks, { [name]: make[name]() });
  return { sdks, missing: wanted.filter((name) => sdks[name] === null).map((name) => missingOnes[name]) };
}

/** What `npm test` has prepared. */
export function preparedSdks(): Sdks {
  const sdks = process.env.ROOMKEEPER_TEST_SDKS;
  if (!sdks) throw new Error('Run the tests by npm test: it sets up the SDKs they need');
  return JSON.parse(sdks);
}
