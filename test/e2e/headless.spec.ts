import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectNode } from '../../scripts/ready/places.mjs';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The Dockerfile's stages, each with its instructions. */
const readStages = (): Instruction[][] => {
  const stages: Instruction[][] = [];
  for (const line of readFileSync(inRepository('deploy/Dockerfile'), 'utf8').split('\n')) {
    const [, word, rest] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    if (word === undefined || rest === undefined) continue;
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest });
  }
  return stages;
};

const [build = [], image = []] = readStages();
const all = (stage: Instruction[], word: string): string[] => stage.flatMap((one) => (one.word === word ? [one.rest] : []));
const only = (word: string): string => {
  const found = all(image, word);
  expect([word, found.length]).toEqual([word, 1]);
  return found[0] ?? '';
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
};

describe('the Dockerfile', () => {
  it('has a stage to build in and one to run in, the latter not as root', () => {
    expect(readStages()).toHaveLength(2);
    for (const stage of [build, image]) expect(all(stage, 'FROM')[0]).toMatch(/^node:24-slim( AS build)?$/);
    expect(only('USER')).toBe('node');
    expect(only('VOLUME')).toBe('/data');
    const words = image.map(({ word }) => word);
    expect(words.indexOf('USER')).toBeLessThan(words.indexOf('ENTRYPOINT'));
    expect(words.indexOf('USER')).toBeGreaterThan(words.lastIndexOf('RUN'));
  });

  it('copies what is there, and runs scripts that there are', () => {
    const ignored = readFileSync(inRepository('.dockerignore'), 'utf8').split('\n');
    for (const rest of all(build, 'COPY')) {
      for (const source of rest.split(' ').slice(0, -1)) {
        expect([source, existsSync(inRepository(source)), ignored.includes(source)]).toEqual([source, true, false]);
      }
    }
    const { scripts } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { scripts: object };
    for (const run of all(build, 'RUN')) {
      const [, script] = /^npm run (\w+)/.exec(run) ?? [];
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
    }
    // What the build reads must not be kept from it.
    for (const needed of ['src', 'scripts', 'migrations', 'resources', 'electron.vite.config.ts', 'vite.server.config.ts']) {
      expect(ignored).not.toContain(needed);
    }
  });
});

describe('the compose file', () => {
  const file = parse(readFileSync(inRepository('deploy/docker-compose.yml'), 'utf8')) as {
    services: {
      'philo-pos': Record<string, unknown> & { build: { context: string; dockerfile: string }; volumes: string[]; ports: string[] };
    };
    volumes: object;
  };

  it('builds our Dockerfile, keeps the shop in a volume, and opens this machine only', () => {
    const { build: how, volumes, ports } = file.services['philo-pos'];
    expect(existsSync(inRepository('deploy', how.context, how.dockerfile))).toBe(true);
    const [volume = '', inside] = volumes[0]?.split(':') ?? [];
    expect([Object.keys(file.volumes), inside]).toEqual([[volume], '/data']);
    expect(ports).toEqual(['127.0.0.1:8000:8000']);
  });

  it('gives the stop as long as the service does', () => {
    const unit = readFileSync(inRepository('deploy/philo-pos.service'), 'utf8');
    expect(unit).toContain('\nTimeoutStopSec=90\n');
    expect(file.services['philo-pos'].stop_grace_period).toBe('90s');
  });
});

describe.skipIf(process.platform === 'win32')('what the image runs', () => {
  const folder = tempFolder();
  let child: ChildProcess;
  let ended: Promise<number | null>;
  let url: string;
  const said = { err: '' };

  /** A path of the image in the folder that stands for it. */
  const inside = (text: string): string => text.replaceAll('/app/', `${folder.path}/app/`).replace(/^\/data$/, join(folder.path, 'data'));

  beforeAll(async () => {
    // The last stage, instruction by instruction; the packages are the repository's own.
    for (const rest of all(image, 'COPY')) {
      const [, source = '', target = ''] = rest.split(' ');
      const from = inRepository(source.replace('/src/', ''));
      const to = join(folder.path, 'app', target);
      mkdirSync(join(to, '..'), { recursive: true });
      if (source.endsWith('node_modules')) symlinkSync(from, to);
      else cpSync(from, to, { recursive: true });
    }
    mkdirSync(join(folder.path, 'data'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const [, ...program] = JSON.parse(only('ENTRYPOINT')) as string[];
    const args = (JSON.parse(only('CMD')) as string[]).map((word) =>
      word === '8000' ? String(port) : word === '0.0.0.0' ? '127.0.0.1' : word,
    );
    child = spawn(projectNode(), [...program, ...args].map(inside), { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr?.on('data', (part: Buffer) => {
      said.err += String(part);
    });
    ended = once(child, 'close').then(([code]) => code as number | null);
    if (!child.stdout) throw new Error('no standard output');
    const [first] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended.then(() => [''])]);
    if (!String(first).includes(url)) throw new Error(`not served: ${first} ${said.err}`);
  });

  afterAll(async () => {
    child.kill('SIGKILL');
    await ended;
    folder.remove();
  });

  it('is found healthy by the health check, and has the screens', async () => {
    const [node, ...words] = JSON.parse(only('HEALTHCHECK').replace(/^.*? CMD /, '')) as string[];
    expect(node).toBe('node');
    const check = spawn(
      projectNode(),
      words.map((word) => word.replace('http://127.0.0.1:8000', url)),
    );
    expect((await once(check, 'close'))[0]).toBe(0);
    const sick = spawn(
      projectNode(),
      words.map((word) => word.replace('http://127.0.0.1:8000', 'http://127.0.0.1:1')),
    );
    expect((await once(sick, 'close'))[0]).toBe(1);
    expect(await (await fetch(`${url}/app/`)).text()).toContain('<div id="root">');
  });

  it('finishes the request that it has begun when it is told to stop, and closes the shop', async () => {
    const body = JSON.stringify({ name: 'Ada', pin: '4821' });
    const sent = request(`${url}/api/v1/session/owner`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
    });
    sent.flushHeaders();
    // The server has the head of the request and waits for its body.
    await once(sent, 'continue');
    child.kill('SIGTERM');
    await expect.poll(() => said.err).toContain('"stopping"');
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(201);
    expect(await ended).toBe(0);
    expect(existsSync(join(folder.path, 'data', 'philo.db-wal'))).toBe(false);
    const database = new BetterSqlite3(join(folder.path, 'data', 'philo.db'), { readonly: true });
    expect(database.prepare('SELECT name FROM staff').pluck().all()).toEqual(['Ada']);
    database.close();
  });
});
