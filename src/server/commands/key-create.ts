import type { OutputOf } from '../../contract/index.ts';
import { systemCaller } from '../../core/kernel/caller.ts';
import { Refusal } from '../../core/kernel/errors.ts';
import { ROLES } from '../../domain/permissions.ts';
import { dataFolder, DATA_FLAG, optionalText, requiredText, words } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { withShop } from './open-shop.ts';

/** Makes an API key. */
export const keyCreateCommand: Command = {
  name: 'key create',
  usage: '--name NAME [--role owner] --data DIR',
  summary: 'Make an API key and print it; it is shown this once',
  details: [`Roles: ${ROLES.join(', ')}.`],
  flags: { ...DATA_FLAG, name: { type: 'string' }, role: { type: 'string' } },
  run: async (args, output) => {
    words(args);
    const name = requiredText(args, 'name', 'NAME');
    const wanted = optionalText(args, 'role') ?? 'owner';
    const role = ROLES.find((one) => one === wanted);
    if (!role) throw new UsageError(`there is no role "${wanted}"; there are ${ROLES.join(', ')}`);
    await withShop(dataFolder(args), 'key create', async (pos) => {
      const answer = await pos.dispatch('keys.create', { name, role }, systemCaller('cli'));
      if (!answer.ok)
        throw new Refusal(
          answer.error.code,
          answer.error.details?.map((issue) => `${issue.loc.slice(1).join('.')}: ${issue.msg}`).join('; ') ?? answer.error.message,
        );
      output.talk(`Made the key "${name}" with the role ${role}. Keep it now: it is not shown again.`);
      output.data((answer.value as OutputOf<'keys.create'>).key);
    });
    return 0;
  },
};
