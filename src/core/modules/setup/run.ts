import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Settings } from '../../../contract/settings.ts';
import { weaknessOfPin } from '../../../domain/weak-pin.ts';
import { systemCaller } from '../../kernel/caller.ts';
import { CommandContext, type QueryContext } from '../../kernel/context.ts';
import { invalidField } from '../../kernel/errors.ts';
import type { Archives } from '../exchange/index.ts';
import { bringOverPhilo, openPhiloFile, type PhiloFile } from '../importing/index.ts';
import { fillWithDemo } from '../seeding/index.ts';
import { addStaff, beginSession, hashPin, refuseSetUp } from '../staff/index.ts';
import type { Uploads } from './uploads.ts';

/** So much past the demo café gets: enough for every view to have something to show. */
const DEMO_DAYS = 14;

export interface SetupParts {
  readonly version: string;
  readonly pepper: string;
  readonly uploads: Uploads;
  readonly archives: Archives;
  readonly changeSettings: (ctx: CommandContext, changes: ParsedInputOf<'settings.update'>) => Settings;
}

/** What takes time and touches nothing. */
export interface Prepared {
  readonly pinHash: string;
  readonly philo: PhiloFile | null;
}

/** Before the queue: the PIN's hash and, to import, a checked copy of the file. Refuses what can be refused already. */
export const prepareSetup = async (ctx: QueryContext, input: ParsedInputOf<'setup.run'>, parts: SetupParts): Promise<Prepared> => {
  refuseSetUp(ctx);
  refuseWeakPin(input.pin);
  if (input.start === 'import' && input.upload_id === null) throw invalidField('upload_id', 'missing', 'Choose the file to import first.');
  const pinHash = await hashPin(input.pin, parts.pepper);
  const philo = input.start === 'import' && input.upload_id !== null ? openPhiloFile(parts.uploads.file(input.upload_id)) : null;
  return { pinHash, philo };
};

/** The whole first run as one command: settings, what the shop begins with, the owner, signed in. Or nothing of it. */
export const runSetup = (ctx: CommandContext, input: ParsedInputOf<'setup.run'>, prepared: Prepared, parts: SetupParts) => {
  try {
    refuseSetUp(ctx);
    const setup = asSetup(ctx);
    const { language, shop_name, currency, time_zone, day_cutover_hour, tax_rate, cash_rounding } = input;
    parts.changeSettings(setup, { language, shop_name, currency, time_zone, day_cutover_hour, tax_rate, cash_rounding });
    if (prepared.philo) bringOverPhilo(setup, prepared.philo);
    if (input.start === 'demo') fillWithDemo(setup, DEMO_DAYS);
    const owner = addStaff(setup, { name: input.owner_name, role: 'owner', pinHash: prepared.pinHash });
    for (const { topic, action, id } of setup.events) ctx.emit(topic, action, id);
    const session = beginSession(ctx, owner, parts.version);
    parts.uploads.clear();
    return session;
  } finally {
    prepared.philo?.close();
  }
};

/** The same transaction under a name of its own: what the first run does is in the audit as that. */
const asSetup = (ctx: CommandContext): CommandContext => {
  const { door, ip, userAgent } = ctx.caller;
  const caller = { ...systemCaller(door, 'First run'), ip, userAgent };
  const setup = new CommandContext({ db: ctx.db, caller, nowMs: ctx.nowMs, settings: () => ctx.settings, log: ctx.log });
  ctx.onRollback(() => setup.undoOutside());
  return setup;
};

/** Refuses the PINs that anybody tries first. */
export const refuseWeakPin = (pin: string): void => {
  const weakness = weaknessOfPin(pin);
  if (weakness === null) return;
  throw invalidField(
    'pin',
    'weak_pin',
    weakness === 'same_digit'
      ? 'One digit over and over is the first PIN that anybody tries.'
      : 'Digits in a row are the first PIN that anybody tries.',
  );
};
