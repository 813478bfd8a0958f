import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ExportFormat, type ExportJob, MOST_BYTES } from '../../../contract/exports.ts';
import type { ReportId } from '../../../contract/report-tables.ts';
import type { InputOf } from '../../../contract/index.ts';
import { CallFailure } from '../../client/failure.ts';
import { pageClient } from '../../client/page-client.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { saveBlob } from '../shift/save-bytes.ts';

const ASK_EVERY_MS = 400;

export const isUnderWay = ({ state }: ExportJob): boolean => state === 'waiting' || state === 'running';

/** Reads a finished file piece by piece and hands it to the browser's or the desktop's own saving. */
const save = async (job: ExportJob): Promise<void> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < (job.bytes ?? 0); ) {
    const piece = (await pageClient().call('exports.download', { export_id: job.id, offset, length: MOST_BYTES })) as Uint8Array;
    if (piece.length === 0) break;
    pieces.push(new Uint8Array(piece));
    offset += piece.length;
  }
  saveBlob(new Blob(pieces, { type: 'application/octet-stream' }), job.file_name);
};

/** Waits for a file that was asked for here, wherever the person is by then, and saves it. One that was stopped is gone. */
const saveWhenDone = async (id: string): Promise<void> => {
  try {
    for (;;) {
      const job = await pageClient().call('exports.get', { export_id: id });
      if (job.state === 'done') return await save(job);
      if (job.state === 'failed') return;
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  } catch (error) {
    if (!(error instanceof CallFailure && error.code === 'not_found')) throw error;
  }
};

/** One's own exports: those under way with their progress, and the files that are still there. */
export const useExports = () => {
  const queries = useQueryClient();
  const [failed, setFailed] = useState<Error | null>(null);
  const list = useCall(
    'exports.list',
    { per_page: 50 },
    { refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? ASK_EVERY_MS : false) },
  );
  const starting = useCommand('exports.start');
  const removing = useCommand('exports.cancel');
  const readAgain = () => queries.invalidateQueries({ queryKey: ['exports'] });
  const tell = (error: unknown) => setFailed(error instanceof Error ? error : new Error(String(error)));
  const follow = async (job: ExportJob | null) => {
    await readAgain();
    if (job) await saveWhenDone(job.id).catch(tell);
    await readAgain();
  };
  return {
    jobs: list.data?.items ?? [],
    error: failed ?? starting.error ?? removing.error,
    busy: starting.busy,
    start: async (report: ReportId, format: ExportFormat, question: Omit<InputOf<'exports.start'>, 'report' | 'format'>) => {
      setFailed(null);
      await follow(await starting.run({ ...question, report, format }));
    },
    /** Waits for a file that was begun by another operation, and saves it. */
    follow,
    save: (job: ExportJob) => void save(job).catch(tell),
    remove: async (id: string) => {
      setFailed(null);
      await removing.run({ export_id: id });
      await readAgain();
    },
  };
};
