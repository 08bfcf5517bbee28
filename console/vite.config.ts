import { defineConfig } from 'vite';
import { finishConsole } from './build/finish-console.ts';
import { slimEditor } from './build/slim-editor.ts';

const GATEWAY = 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  publicDir: false,
  clearScreen: false,
  logLevel: 'warn',
  build: {
    target: 'es2023',
    // Pictures written into a script or style sheet would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries mark modules for servers, which there are none of here.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
    // The query editor is this large. The sizes that count are asserted by test/console/sizes.test.ts.
    chunkSizeWarningLimit: 4_000,
  },
  worker: { format: 'es', plugins: () => [slimEditor()] },
  plugins: [slimEditor(), finishConsole()],
  // npm start in one terminal, npx vite console in another: pages change as they are written.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/log', '/console/settings.json', '/console/development-token'].map((path) => [
        path,
        { target: GATEWAY, changeOrigin: true, headers: { origin: GATEWAY } },
      ]),
    ),
  },
});
