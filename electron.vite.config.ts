import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);

/**
 * The desktop app: main, preload and screens into out/. What package.json lists under "dependencies" stays outside the
 * bundles, above all better-sqlite3, whose native part does not survive bundling.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node24',
      rolldownOptions: {
        // The thread's file must lie beside the chunk that starts it, so nothing goes into a folder of its own.
        input: {
          index: source('main/index.ts'),
          'query-worker-thread': source('core/workers/query-worker-thread.ts'),
          'file-work-thread': source('core/workers/file-work-thread.ts'),
          'export-worker-thread': source('core/workers/export-worker-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      // A sandboxed preload can require only "electron": everything else must be inside its one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    // The same files are served from app://pos/ and from http://127.0.0.1:8000/app/.
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome140',
      minify: true,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
});
