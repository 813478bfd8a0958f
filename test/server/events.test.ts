import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type HttpDoor, openHttpDoor } from './http-door.ts';

/** Reads a stream of events until told to stop. */
const listen = (door: HttpDoor, key = door.key) =>
  new Promise<{ response: IncomingMessage; next(text: string): Promise<string>; ended: Promise<void> }>((resolve, reject) => {
    const request = get(
      { port: door.server.port, host: '127.0.0.1', path: '/api/v1/events', headers: { authorization: `Bearer ${key}` } },
      (response) => {
        let text = '';
        let waiting: (() => void) | undefined;
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          waiting?.();
        });
        const ended = new Promise<void>((done) => {
          response.on('close', done);
          response.on('error', () => done());
        });
        const next = async (wanted: string): Promise<string> => {
          while (!text.includes(wanted)) await new Promise<void>((done) => (waiting = done));
          return text;
        };
        resolve({ response, next, ended });
      },
    );
    request.on('error', reject);
  });

describe('the stream of changes', () => {
  it('tells every committed change, and no refused one', async () => {
    const door = await openHttpDoor();
    const stream = await listen(door);
    expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(stream.response.headers['x-process-time-ms']).toBeDefined();
    await door.send('POST', '/api/v1/categories', { body: { name: 'A' } });
    await door.send('POST', '/api/v1/categories', { body: { name: 'A' } });
    await door.send('POST', '/api/v1/addons', { body: { name: 'B', price: 1 } });
    const text = await stream.next('addons');
    const events = [...text.matchAll(/^event: change\ndata: (.+)\n$/gm)].map(([, data = '']) => JSON.parse(data) as unknown);
    expect(events).toEqual([
      { topic: 'categories', action: 'create', id: 1, at: '2026-03-02T12:00:00.000Z' },
      { topic: 'addons', action: 'create', id: 1, at: '2026-03-02T12:00:00.000Z' },
    ]);
  });

  it('shows that it is alive, and ends when its key is revoked', async () => {
    expect.hasAssertions();
    const door = await openHttpDoor({ heartbeatMs: 20 });
    const made = await door.send('POST', '/api/v1/api-keys', { body: { name: 'Display', role: 'kitchen' } });
    const stream = await listen(door, (made.json as { key: string }).key);
    await stream.next(': still here');
    await door.send('DELETE', `/api/v1/api-keys/${(made.json as { id: number }).id}`);
    await stream.ended;
    expect(stream.response.complete).toBe(true);
  });

  it('ends when the door closes, and does not hold it open', async () => {
    const door = await openHttpDoor();
    const streams = [await listen(door), await listen(door)];
    const started = performance.now();
    await door.server.close();
    await Promise.all(streams.map((stream) => stream.ended));
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('cuts off a listener that does not read', async () => {
    const door = await openHttpDoor();
    const { response, ended } = await listen(door);
    response.socket.pause();
    response.pause();
    const emit = () =>
      door.app.pos.command(
        {
          kind: 'system',
          id: null,
          name: 'Test',
          role: 'owner',
          personal: { granted: [], withheld: [] },
          door: 'cli',
          sessionId: null,
          ip: null,
          userAgent: null,
        },
        (ctx) => {
          for (let each = 0; each < 20_000; each += 1) ctx.emit('orders', 'update', each);
        },
      );
    for (let round = 0; round < 8; round += 1) await emit();
    response.resume();
    response.socket.resume();
    await ended;
    expect(response.complete).toBe(false);
    expect((await door.send('GET', '/health')).status).toBe(200);
  });
});

it('finishes what is running before it closes', async () => {
  const door = await openHttpDoor();
  const body = '{"name":"Last"}';
  const socket = connect(door.server.port, '127.0.0.1');
  let text = '';
  const got = (wanted: string) =>
    new Promise<void>((resolve) => {
      const look = () => text.includes(wanted) && resolve();
      socket.on('data', look);
      look();
    });
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  socket.write(
    `POST /api/v1/categories HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${door.key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await got('100 Continue');
  const closed = door.server.close();
  socket.write(body);
  await got('"name":"Last"');
  expect(text).toContain('HTTP/1.1 201 Created');
  await closed;
  await expect(fetch(`${door.server.url}/health`)).rejects.toThrow();
});
