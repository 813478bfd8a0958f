import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A file that is being written. It waits for the disk, so that no more than a piece lies in memory. */
export interface Sink {
  readonly stream: WriteStream;
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Resolves to the file's size when all of it is on disk. */
  readonly close: () => Promise<number>;
}

/** Never writes over a file that is there. */
export const openSink = (path: string): Sink => {
  const stream = createWriteStream(path, { flags: 'wx', flush: true });
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    stream,
    write: async (piece) => {
      if (failure) throw failure;
      if (!stream.write(piece)) await once(stream, 'drain');
    },
    close: async () => {
      if (failure) throw failure;
      if (!stream.writableEnded) stream.end();
      if (!stream.writableFinished) await finished(stream);
      return stream.bytesWritten;
    },
  };
};
