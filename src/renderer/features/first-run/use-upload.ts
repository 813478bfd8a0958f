import { useRef, useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { pageClient } from '../../client/page-client.ts';

export type Upload =
  | { readonly state: 'none' }
  | { readonly state: 'sending'; readonly name: string; readonly share: number }
  | { readonly state: 'looking'; readonly name: string }
  | { readonly state: 'ready'; readonly name: string; readonly id: string; readonly found: OutputOf<'setup.inspect'> }
  | { readonly state: 'failed'; readonly name: string; readonly message: string };

/** A file that was sent and looked into. */
interface Sent {
  readonly upload_id: string;
  readonly upload_kind: OutputOf<'setup.inspect'>['kind'];
}

const PIECE_BYTES = 480_000;
/** More arguments at once are too many for a call. */
const CHARACTERS_AT_ONCE = 8192;

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHARACTERS_AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + CHARACTERS_AT_ONCE));
  return btoa(text);
};

/** Sends a file piece by piece, the same way through both doors, and has it looked into. Another file takes the place of the one before. */
export const useUpload = () => {
  const [upload, setUpload] = useState<Upload>({ state: 'none' });
  const run = useRef(0);
  const send = async (file: File, place: { currency: string; time_zone: string }): Promise<Sent | null> => {
    run.current += 1;
    const mine = run.current;
    const { name, size } = file;
    setUpload({ state: 'sending', name, share: 0 });
    try {
      let id: string | null = null;
      let offset = 0;
      do {
        const bytes = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
        const sent: OutputOf<'setup.upload'> = await pageClient().call('setup.upload', {
          upload_id: id,
          name,
          offset,
          data: base64(bytes),
        });
        if (run.current !== mine) return null;
        id = sent.upload_id;
        offset += bytes.length;
        setUpload({ state: 'sending', name, share: size === 0 ? 1 : offset / size });
      } while (offset < size);
      setUpload({ state: 'looking', name });
      const found = await pageClient().call('setup.inspect', { upload_id: id, ...place });
      if (run.current !== mine) return null;
      setUpload({ state: 'ready', name, id, found });
      return { upload_id: id, upload_kind: found.kind };
    } catch (error) {
      if (run.current === mine) setUpload({ state: 'failed', name, message: error instanceof Error ? error.message : String(error) });
      return null;
    }
  };
  return { upload, send };
};
