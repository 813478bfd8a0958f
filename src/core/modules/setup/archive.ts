import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { addStaff, beginSession, hashPin, isNewShop, refuseSetUp } from '../staff/index.ts';
import { refuseWeakPin, type SetupParts } from './run.ts';

/** The first run from an archive: the whole shop as it was exported, with the new PIN for its owner, who is signed in. Or nothing of it. */
export const becomeArchive = async (
  ctx: QueryContext,
  input: ParsedInputOf<'setup.importArchive'>,
  parts: SetupParts,
): Promise<OutputOf<'setup.importArchive'>> => {
  refuseSetUp(ctx);
  if (!isNewShop(ctx.db))
    throw new Refusal('setup_done', 'Something was entered here already. An archive takes the place of an empty shop only.');
  refuseWeakPin(input.pin);
  const file = parts.uploads.file(input.upload_id);
  const pinHash = await hashPin(input.pin, parts.pepper);
  const session = await parts.archives.takeOver({ file, pinHash, caller: ctx.caller }, (after, { owner }) =>
    beginSession(
      after,
      owner === null ? addStaff(after, { name: input.owner_name, role: 'owner', pinHash }) : { ...owner, role: 'owner' },
      parts.version,
    ),
  );
  parts.uploads.clear();
  return session;
};
