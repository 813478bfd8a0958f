import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OutputOf } from '../../src/contract/index.ts';
import { openPos } from '../../src/core/app.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { startServer } from '../../src/server/server.ts';
import { inRoot } from '../ready/places.mjs';
import type { GeneratedDocument } from './document.ts';
import { laidOut } from './json-layout.ts';

/** Where the guide says that the shop is; the one that answers has a port of its own. */
const WRITTEN_SHOP = 'http://127.0.0.1:8000';

/** The demo café on a Monday morning that never passes, nothing sold yet: every answer is then always the same. */
const NOW = Date.parse('2026-03-02T09:30:00.000Z');

/** A command and its answer: a block of `sh` that calls curl, and the block after it. */
const PAIR = /^```sh\n((?:(?!```)[^\n]*\n)*?[^\n]*\bcurl (?:(?!^```$)[\s\S])*?)^```\n\n```(\w+)\n([\s\S]*?)^```$/gm;

interface GuideShop {
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const openGuideShop = async (): Promise<GuideShop> => {
  const folder = mkdtempSync(join(tmpdir(), 'philo-guide-'));
  const pos = await openPos({ dataDir: folder, clock: { now: () => NOW }, inlineWorker: true });
  await seedDemo(pos);
  const newKey = async (role: 'owner' | 'cashier'): Promise<string> => {
    const answer = await pos.dispatch('keys.create', { name: `Guide ${role}`, role }, systemCaller('cli'));
    if (!answer.ok) throw new Error(answer.error.message);
    return (answer.value as OutputOf<'keys.create'>).key;
  };
  const environment = { KEY: await newKey('owner'), CASHIER_KEY: await newKey('cashier') };
  const server = await startServer({ pos, port: 0, rendererFolder: null });
  return {
    environment: { ...environment, SHOP: server.url },
    close: async () => {
      await server.close();
      await pos.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const run = async (script: string, shop: GuideShop): Promise<string> => {
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env: { ...process.env, ...shop.environment } });
  const printed = stdout
    .replaceAll('\r\n', '\n')
    .replaceAll(shop.environment['SHOP'] ?? '', WRITTEN_SHOP)
    .trimEnd();
  return laidOut(printed);
};

/** The guide with each answer as the shop of this program gives it now, its commands run in their order by bash and curl. */
export const withAnswers = async (guide: string): Promise<string> => {
  const shop = await openGuideShop();
  try {
    const parts: string[] = [];
    let end = 0;
    for (const found of guide.matchAll(PAIR)) {
      const [whole, script = '', kind = ''] = found;
      parts.push(guide.slice(end, found.index), `\`\`\`sh\n${script}\`\`\`\n\n\`\`\`${kind}\n${await run(script, shop)}\n\`\`\``);
      end = found.index + whole.length;
    }
    return [...parts, guide.slice(end)].join('');
  } finally {
    await shop.close();
  }
};

/** The commands of a guide that are run, as written. */
export const commandsOf = (guide: string): string[] => [...guide.matchAll(PAIR)].map((found) => found[1] ?? '');

/** The guide for integrators: its words are written by hand, its answers by the program. */
export const apiGuide: GeneratedDocument = {
  file: 'docs/api-guide.md',
  make: () => withAnswers(readFileSync(inRoot('docs/api-guide.md'), 'utf8').replaceAll('\r\n', '\n')),
};
