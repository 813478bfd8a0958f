import type { ChangeEvent, Topic } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import { type BusinessMoment, businessMoment, instantFromMs, startOfLocalDay } from '../../domain/business-day.ts';
import { readInstant } from '../../domain/instant-text.ts';
import { type Currency, currencyOf } from '../../domain/money.ts';
import type { ReadDatabase, WriteDatabase } from '../database/database.ts';
import { OVERRIDABLE, type Permission, personMay } from '../../domain/permissions.ts';
import { type Approver, type Caller, callerMay } from './caller.ts';
import { invalidField, Refusal } from './errors.ts';
import type { Log } from './log.ts';

/** What every handler gets first: the connection, the moment, the shop's settings and who is asking. */
export class QueryContext<D extends ReadDatabase = ReadDatabase> {
  readonly db: D;
  readonly caller: Caller;
  readonly log: Log;
  readonly nowMs: number;
  readonly now: string;
  readonly #settings: () => Settings;
  #moment: BusinessMoment | undefined;

  constructor(parts: { db: D; caller: Caller; nowMs: number; settings: () => Settings; log: Log }) {
    this.db = parts.db;
    this.caller = parts.caller;
    this.log = parts.log;
    this.nowMs = parts.nowMs;
    this.now = instantFromMs(parts.nowMs);
    this.#settings = parts.settings;
  }

  get settings(): Settings {
    return this.#settings();
  }

  get currency(): Currency {
    return currencyOf(this.settings.currency);
  }

  get businessClock() {
    return { time_zone: this.settings.time_zone, cutover_hour: this.settings.day_cutover_hour };
  }

  /** Where "now" falls in the shop's days. */
  get moment(): BusinessMoment {
    this.#moment ??= businessMoment(this.nowMs, this.businessClock);
    return this.#moment;
  }

  /** Where another instant falls in the shop's days. */
  momentOf(instant: string): BusinessMoment {
    return businessMoment(Date.parse(instant), this.businessClock);
  }

  /** A written date or time (already found valid by the contract) as an instant; a day is its start in the shop's zone. */
  instantOf(written: string, field: string): string {
    const read = readInstant(written);
    if (!read) throw invalidField(field, 'datetime_from_date_parsing', 'Input should be a valid datetime or date', written);
    return read.kind === 'day' ? startOfLocalDay(read.day, this.settings.time_zone) : instantFromMs(read.ms);
  }
}

/** The context of a command: one transaction, whose effects become visible to others only after its commit. */
export class CommandContext extends QueryContext<WriteDatabase> {
  /** Who allowed this call on the spot, or null. */
  readonly approver: Approver | null;
  readonly events: ChangeEvent[] = [];
  readonly #undo: (() => void)[] = [];

  constructor(parts: ConstructorParameters<typeof QueryContext<WriteDatabase>>[0] & { approver?: Approver | null }) {
    super(parts);
    this.approver = parts.approver ?? null;
  }

  /**
   * For rules that depend on what is asked: answers null where the caller may do it, the approver's name where a manager
   * allowed it, and refuses with approval_needed (or forbidden, where nobody could allow it on the spot) otherwise.
   */
  approvalFor(permission: Permission, what: string): string | null {
    if (callerMay(this.caller, permission)) return null;
    const { approver } = this;
    if (approver && OVERRIDABLE.has(permission) && personMay(approver.role, approver.personal, permission)) return approver.name;
    throw notAllowed(permission, what, approver !== null);
  }

  /** Tells, after the commit, that a row changed. */
  emit(topic: Topic, action: ChangeEvent['action'], id: number | null): void {
    this.events.push({ topic, action, id, at: this.now });
  }

  /** For state kept outside the database: how to take it back if the command is refused or the commit fails. */
  onRollback(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** Called by the command queue only. */
  undoOutside(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo.length = 0;
    this.events.length = 0;
  }
}

/** What a caller is told who may not do something: whether a manager's PIN would help. */
export const notAllowed = (permission: Permission, what: string, approverTried: boolean): Refusal =>
  OVERRIDABLE.has(permission)
    ? new Refusal(
        'approval_needed',
        approverTried
          ? `${what} needs somebody with the permission ${permission}; the PIN given does not have it.`
          : `${what} needs a manager's PIN.`,
      )
    : new Refusal('forbidden', `${what} is not allowed here (it needs ${permission}).`);
