import { z } from 'zod';
import { operation } from './operation.ts';
import { instantOut, name } from './primitives.ts';
import { signedIn } from './session.ts';
import { settingShapes } from './settings.ts';
import { pin } from './staff.ts';

/** What a new shop begins with. */
export const STARTS = ['empty', 'demo', 'import'] as const;

/** One piece of a file may be so long, in base64. */
const LONGEST_PIECE = 720_000;

const uploadId = z.string().regex(/^[a-z0-9]{16,40}$/);

export const setupOperations = {
  'setup.run': operation({
    method: 'POST',
    url: '/api/v1/setup',
    kind: 'command',
    tag: 'Setup',
    permission: 'public',
    status: 201,
    secret: true,
    summary: 'On an empty installation, from this machine: everything of the first run in one go, ending signed in as the owner',
    errors: ['setup_done', 'not_here', 'already_imported', 'unsupported_file', 'not_found'],
    body: {
      language: settingShapes.language,
      shop_name: settingShapes.shop_name,
      currency: settingShapes.currency,
      time_zone: settingShapes.time_zone,
      day_cutover_hour: settingShapes.day_cutover_hour.default(0),
      tax_rate: settingShapes.tax_rate,
      cash_rounding: settingShapes.cash_rounding.default(1),
      owner_name: name(100),
      pin,
      start: z.enum(STARTS),
      /** Of `import`: the file that was sent before. */
      upload_id: uploadId.nullable().default(null),
    },
    output: signedIn,
  }),
  'setup.importArchive': operation({
    method: 'POST',
    url: '/api/v1/setup/archive',
    kind: 'task',
    tag: 'Setup',
    permission: 'public',
    status: 201,
    secret: true,
    summary: 'On an empty installation, from this machine: become the shop of the archive that was sent, ending signed in as its owner',
    errors: ['setup_done', 'not_here', 'not_found', 'unsupported_file', 'disk_failed'],
    body: {
      upload_id: uploadId,
      /** The new one of the owner: PINs do not travel in archives. */
      pin,
      /** Who becomes the owner of a shop that has none. */
      owner_name: name(100),
    },
    output: signedIn,
  }),
  'setup.upload': operation({
    method: 'POST',
    url: '/api/v1/setup/uploads',
    kind: 'query',
    tag: 'Setup',
    permission: 'public',
    summary: 'On an empty installation, from this machine: send the file to start from, piece by piece',
    errors: ['setup_done', 'not_here', 'not_found', 'unsupported_file'],
    body: {
      /** Null with the first piece; then what that answered. */
      upload_id: uploadId.nullable().default(null),
      /** With the first piece: what the file is called. */
      name: z.string().max(200).default(''),
      /** Where in the file the piece belongs, in bytes; a piece sent again changes nothing. */
      offset: z.int().min(0),
      /** Base64. */
      data: z.string().max(LONGEST_PIECE),
    },
    output: z.object({ upload_id: z.string(), size: z.int() }),
  }),
  'setup.inspect': operation({
    method: 'POST',
    url: '/api/v1/setup/uploads/{upload_id}/inspection',
    kind: 'query',
    tag: 'Setup',
    permission: 'public',
    summary:
      'What is in the file that was sent: a Philo database is tried out whole, of an archive the list of contents is read; nothing is kept',
    errors: ['setup_done', 'not_here', 'not_found', 'already_imported', 'unsupported_file'],
    path: { upload_id: uploadId },
    body: { currency: settingShapes.currency, time_zone: settingShapes.time_zone },
    output: z.object({
      /** `philo`: the database of the Philo backend. `archive`: a whole shop as this program exports it. */
      kind: z.enum(['philo', 'archive']),
      /** Of an archive: what the shop is called, and the owner who gets the new PIN; null: whoever sets it up becomes the owner. */
      shop_name: z.string().nullable(),
      owner: z.string().nullable(),
      categories: z.int(),
      items: z.int(),
      customers: z.int(),
      orders: z.int(),
      first_order_at: instantOut().nullable(),
      last_order_at: instantOut().nullable(),
      /** What is worth knowing before, the first ones. */
      warnings: z.array(z.string()),
      warning_count: z.int(),
    }),
  }),
};
