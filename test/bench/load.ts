import { connect } from 'node:net';

/**
 * A load generator in a process of its own, so that it does not share the server's event loop: keeps `connections` open
 * and sends the same request on each as soon as the answer before is read. Prints one JSON line.
 * Arguments: port, connections, requests in all, path, body, bearer key.
 */
const [port = '0', connections = '1', total = '1', path = '/', body = '', key = ''] = process.argv.slice(2);

const request = Buffer.from(
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
);
const HEAD_END = Buffer.from('\r\n\r\n');

let left = Number(total);
let failed = 0;
const durations: number[] = [];

const oneConnection = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.setNoDelay(true);
    let buffer: Buffer = Buffer.alloc(0);
    let sentAt = 0;
    const send = () => {
      if (left <= 0) {
        socket.end();
        resolve();
        return;
      }
      left -= 1;
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
      const headEnd = buffer.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const head = buffer.toString('latin1', 0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (buffer.length < headEnd + 4 + length) return;
      if (!head.startsWith('HTTP/1.1 201')) failed += 1;
      durations.push(performance.now() - sentAt);
      buffer = Buffer.alloc(0);
      send();
    });
  });

const started = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, oneConnection));
const seconds = (performance.now() - started) / 1000;
durations.sort((a, b) => a - b);
const at = (share: number) => durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0;
console.log(JSON.stringify({ rate: durations.length / seconds, failed, p50: at(0.5), p99: at(0.99) }));
