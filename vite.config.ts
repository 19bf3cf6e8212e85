import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const out = path.resolve('dist/main');
/** What stays outside the bundles: Electron's own modules, Node's, and the one addon. */
const external = ['electron', 'keytar', ...builtinModules, /^node:/];

/** On a busy machine Rolldown wonders aloud which plugin is slow, and `npm start` would begin with that. */
const checks = { bundlerTimings: false };

/** ESM, code split: a module that imports electron must be a file of its own, or plain Node cannot start. */
const main: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron', 'keytar', ...builtinModules], conditions: ['node', 'import', 'default'] },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      checks,
      input: { index: path.resolve('main/index.ts') },
      external,
      output: { format: 'es', chunkFileNames: '[name].js' },
    },
  },
};

/** One file without imports: a sandboxed preload and a script tag know no modules. */
const script = (name: string, format: 'cjs' | 'iife', extension: string): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    outDir: out,
    emptyOutDir: false,
    target: 'chrome150',
    sourcemap: true,
    rolldownOptions: {
      checks,
      input: { [name]: path.resolve(`main/host/${name}.ts`) },
      external: ['electron'],
      output: { format, entryFileNames: `[name].${extension}` },
    },
  },
});

/** zod in one chunk with its setting, so that it is told not to probe for eval before any other chunk builds a schema. */
const client: EnvironmentOptions = {
  build: {
    rolldownOptions: { checks, output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|zod-without-eval/ }] } } },
  },
};

export default defineConfig({
  root: 'renderer',
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [react()],
  build: {
    outDir: path.resolve('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    sourcemap: true,
    assetsInlineLimit: 0,
    // Read from disk, not from a network; what counts, the first screen, is measured by the bench.
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
  },
  environments: { client, main, preload: script('electron-preload', 'cjs', 'cjs'), bridge: script('browser-bridge', 'iife', 'js') },
  builder: {
    async buildApp({ build, environments: { client, main, preload, bridge } }) {
      const begun = new Date();
      rmSync('dist/built', { force: true }); // a build that is broken off is none
      for (const environment of [client, main, preload, bridge]) if (environment) await build(environment);
      // For start.js: what is changed while the build runs is newer than this.
      writeFileSync('dist/built', '');
      utimesSync('dist/built', begun, begun);
    },
  },
});
