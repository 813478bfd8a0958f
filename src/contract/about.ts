import { z } from 'zod';
import { operation } from './operation.ts';

export const aboutOperations = {
  'about.get': operation({
    method: 'GET',
    url: '/api/v1/about',
    kind: 'query',
    tag: 'Settings',
    permission: 'settings.manage',
    summary: 'Which program this is, and where its data lies',
    output: z.object({
      version: z.string(),
      schema_version: z.int(),
      data_folder: z.string(),
      database_bytes: z.int(),
      /** System, processor and runtime, for people. */
      runs_on: z.string(),
    }),
  }),
};
