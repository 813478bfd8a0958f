import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);
const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
const outside = new RegExp(`^(?:${Object.keys(manifest.dependencies).join('|')})(?:/|$)`);

/** The command line and the HTTP door, for Node alone: out/server/cli.js. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/server',
    minify: false,
    rolldownOptions: {
      external: [outside],
      // The thread's file must lie beside the chunk that starts it, so nothing goes into a folder of its own.
      input: {
        cli: source('server/cli.ts'),
        'query-worker-thread': source('core/workers/query-worker-thread.ts'),
        'file-work-thread': source('core/workers/file-work-thread.ts'),
        'export-worker-thread': source('core/workers/export-worker-thread.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
