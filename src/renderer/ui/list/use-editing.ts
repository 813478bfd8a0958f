import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { InputOf, OperationName } from '../../../contract/index.ts';
import { queryKeyOf, useCommand } from '../../client/queries.ts';
import { useSession } from '../../features/session/session.tsx';
import { useUnsavedGuard } from '../unsaved.ts';
import { dropDraft, keepDraft, sayAt, useDrafts } from './drafts.ts';
import { fieldOf, issuesOf, useFaultTexts } from './faults.ts';
import { type Choice, choiceOf, differing, disputed, merged } from './merge.ts';

export interface Versioned {
  readonly id: number;
  readonly version: number;
}

/** How a row is edited. The keys of `V` are the contract's field names; its values are what the controls hold. */
export interface EditSpec<R extends Versioned, V extends object, C extends OperationName, U extends OperationName> {
  /** Of the list page: `/office/items`. */
  readonly path: string;
  /** As last read; null: a new one. */
  readonly record: R | null;
  readonly blank: V;
  readonly read: (record: R) => V;
  /** The controls' values as the contract takes them; NaN for a number that cannot be read. */
  readonly input: (values: V) => { readonly [K in keyof V]: unknown };
  readonly create: C;
  readonly update: U;
  /** Reads one row; its answer is replaced by what saving answered. */
  readonly get: OperationName;
  /** The key of the row's id in `update` and `get`: `item_id`. */
  readonly idKey: keyof InputOf<U> & string;
  /** Refusals that belong to a field: `{ already_exists: 'name' }`; where it may be one of several, told from what was sent and said. */
  readonly fieldOfCode?: Readonly<Record<string, (keyof V & string) | ((values: V, message: string) => keyof V & string)>>;
  /** What a row is called. */
  readonly nameOf: (row: R) => string;
}

export interface Editing<R, V> {
  readonly isNew: boolean;
  readonly values: V;
  readonly set: <K extends keyof V>(field: K, value: V[K]) => void;
  readonly isDirty: boolean;
  /** What was done last, in words, and how to say it. */
  readonly said: string | null;
  readonly say: (words: string) => void;
  /** Faults to show now, by field. */
  readonly faults: Readonly<Record<string, string>>;
  /** Marks a field as left: from then on its fault is shown while typing. */
  readonly leave: (field: keyof V & string) => void;
  readonly save: () => Promise<void>;
  readonly busy: boolean;
  /** A refusal that belongs to no field. */
  readonly problem: Error | null;
  /** Somebody else saved the row meanwhile, and these are the fields to choose for. */
  readonly conflict: {
    readonly theirs: R;
    readonly theirValues: V;
    readonly fields: readonly (keyof V & string)[];
    readonly choices: Readonly<Record<string, Choice>>;
    readonly choose: (field: string, choice: Choice) => void;
    readonly takeTheirs: () => void;
  } | null;
}

/** The state of a form for one row: what is typed, what is wrong with it, what others did meanwhile, and saving. */
export const useEditing = <R extends Versioned, V extends object, C extends OperationName, U extends OperationName>(
  spec: EditSpec<R, V, C, U>,
): Editing<R, V> => {
  const { path, record, blank, read, update } = spec;
  const { person } = useSession();
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const query = useSearch();
  const queries = useQueryClient();
  const creating = useCommand(spec.create);
  const updating = useCommand(update);
  const wordsOf = useFaultTexts();
  const isNew = record === null;
  const address = `${path}/${record?.id ?? 'new'}`;
  const key = `${person?.id ?? ''} ${address}`;
  const draft = useDrafts(({ drafts }) => drafts[key]) as { base: R | null; values: V } | undefined;
  const said = useDrafts((kept) => (kept.said?.address === address ? kept.said.text : null));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [answered, setAnswered] = useState<Readonly<Record<string, string>>>({});
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});

  const valuesOf = (row: R | null): V => (row ? read(row) : blank);
  const input = (values: V): Record<string, unknown> => spec.input(values);
  const command = isNew ? creating : updating;
  const base = draft ? draft.base : record;
  const values = draft ? draft.values : valuesOf(record);
  const isDirty = draft !== undefined;
  const issuesIn = (sent: V) =>
    isNew ? issuesOf(spec.create, input(sent)) : issuesOf(update, { ...input(sent), [spec.idKey]: record.id });

  useUnsavedGuard(isDirty, {
    stays: (to) => useDrafts.getState().drafts[key] === undefined || to === address || to.startsWith(`${address}?`),
    discard: () => dropDraft(key),
  });

  const stale = command.error?.code === 'stale' ? (command.error.conflict?.current as R | undefined) : undefined;
  const latest = stale && record && stale.version > record.version ? stale : record;
  const theirs = isDirty && base && latest && latest.version > base.version ? latest : null;
  const sides = theirs && base ? { base: input(read(base)), theirs: input(read(theirs)), yours: input(values) } : null;
  const fields = sides ? disputed(sides) : [];
  const chosen = Object.fromEntries(fields.map((field) => [field, choices[field] ?? (sides ? choiceOf(sides, field) : 'yours')]));

  const write = (next: V, from: R | null = base) => {
    if (differing(input(next), input(valuesOf(from))).length === 0 && JSON.stringify(next) === JSON.stringify(valuesOf(from)))
      dropDraft(key);
    else keepDraft(key, { base: from, values: next });
  };

  const save = async (): Promise<void> => {
    if (command.busy) return;
    setTried(true);
    setAnswered({});
    const next = theirs ? merged(values, read(theirs), chosen) : values;
    const from = theirs ?? base;
    if (theirs) {
      write(next, theirs);
      setChoices({});
    }
    const issues = issuesIn(next);
    if (issues.length > 0) return;
    const row = isNew ? await creating.run(input(next) as InputOf<C>) : await updating.run(changes(next, from) as InputOf<U>);
    if (!row) return;
    const saved = row as unknown as R;
    dropDraft(key);
    setTried(false);
    setLeft(new Set());
    queries.setQueryData(queryKeyOf(spec.get, { [spec.idKey]: saved.id }), saved);
    const savedAt = `${path}/${saved.id}`;
    sayAt(savedAt, t('list.saved', { name: spec.nameOf(saved) }));
    // What was added is open from now on, in the list as it is.
    if (isNew) navigate(`${savedAt}${query === '' ? '' : `?${query}`}`, { replace: true });
  };
  /** Only what differs, and from which version: others' changes to other fields stay. */
  const changes = (next: V, from: R | null): Record<string, unknown> => {
    const wanted = input(next);
    const differs = from ? differing(wanted, input(read(from))) : Object.keys(wanted);
    return {
      ...Object.fromEntries(differs.map((field) => [field, wanted[field]])),
      [spec.idKey]: record?.id,
      if_version: from?.version,
    };
  };

  const refused = command.error;
  const ofCode = refused ? spec.fieldOfCode?.[refused.code] : undefined;
  const refusedField = typeof ofCode === 'function' ? ofCode(values, refused?.message ?? '') : ofCode;
  const told: Record<string, string> = refused
    ? {
        ...wordsOf(refused.details.filter((issue) => fieldOf(issue) in values)),
        ...(refusedField ? { [refusedField]: refused.message } : {}),
      }
    : {};
  const own = wordsOf(issuesIn(values));
  const shown = Object.entries({ ...told, ...own }).filter(([field, words]) =>
    own[field] === undefined ? answered[field] !== words : tried || left.has(field),
  );
  const isOfField = refused !== null && (refusedField !== undefined || Object.keys(told).length > 0);

  return {
    isNew,
    values,
    set: (field, value) => {
      // What was refused about this field is about what it was.
      const name = String(field);
      if (told[name] !== undefined) setAnswered({ ...answered, [name]: told[name] });
      write({ ...values, [field]: value });
    },
    isDirty,
    said,
    say: (words) => sayAt(address, words),
    faults: Object.fromEntries(shown),
    leave: (field) => {
      if (isDirty) setLeft(new Set([...left, field]));
    },
    save,
    busy: command.busy,
    problem: refused && !isOfField && refused.code !== 'stale' ? refused : null,
    conflict:
      theirs === null
        ? null
        : {
            theirs,
            theirValues: read(theirs),
            fields: fields as (keyof V & string)[],
            choices: chosen,
            choose: (field, choice) => setChoices({ ...choices, [field]: choice }),
            takeTheirs: () => {
              dropDraft(key);
              setChoices({});
              command.reset();
            },
          },
  };
};
