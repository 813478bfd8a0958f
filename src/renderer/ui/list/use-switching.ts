import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../contract/index.ts';
import { useCommand } from '../../client/queries.ts';

/** Operations that switch rows on or off together, with what each calls it. */
const SWITCHES = { 'items.switch': 'is_available', 'addons.switch': 'is_available', 'discounts.switch': 'is_active' } as const;
export type SwitchName = keyof typeof SWITCHES;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly version: number;
}

/** Rows chosen with the version that they had then, of one view of the list: another filter or page begins anew. */
interface Chosen {
  readonly view: string;
  readonly versions: ReadonlyMap<number, number>;
}

export interface Switching {
  readonly nameOf: (id: number) => string;
  readonly isChosen: (id: number) => boolean;
  readonly count: number;
  readonly isAll: boolean;
  readonly toggle: (id: number) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
  readonly run: (on: boolean) => Promise<void>;
  readonly busy: boolean;
  readonly error: Error | null;
  /** What was done last, in words. */
  readonly said: string | null;
}

/** Choosing rows of a list and switching them together, all or none. Who is told that a row was changed may then switch it as it is. */
export const useSwitching = (operation: SwitchName | undefined, shown: readonly Row[], view: string): Switching | null => {
  const { t } = useTranslation();
  const command = useCommand(operation ?? 'items.switch');
  const [chosen, setChosen] = useState<Chosen>({ view, versions: new Map() });
  const [said, setSaid] = useState<string | null>(null);
  const now = new Map(shown.map((row) => [row.id, row]));
  const versions = new Map([...(chosen.view === view ? chosen.versions : [])].filter(([id]) => now.has(id)));
  const choose = (next: ReadonlyMap<number, number>) => {
    setSaid(null);
    command.reset();
    setChosen({ view, versions: next });
  };
  if (operation === undefined) return null;
  const isAll = shown.length > 0 && versions.size === shown.length;
  return {
    nameOf: (id) => now.get(id)?.name ?? '',
    isChosen: (id) => versions.has(id),
    count: versions.size,
    isAll,
    toggle: (id) => {
      const next = new Map(versions);
      if (!next.delete(id)) next.set(id, now.get(id)?.version ?? 1);
      choose(next);
    },
    toggleAll: () => choose(new Map(isAll ? [] : shown.map(({ id, version }) => [id, version]))),
    clear: () => choose(new Map()),
    run: async (on) => {
      const told = command.error?.code === 'stale';
      const rows = [...versions].map(([id, version]) => ({ id, if_version: told ? (now.get(id)?.version ?? version) : version }));
      const input = { rows, [SWITCHES[operation]]: on } as unknown as InputOf<SwitchName>;
      const answer = await command.run(input);
      if (!answer) return;
      setChosen({ view, versions: new Map() });
      setSaid(t(on ? 'list.switched_on' : 'list.switched_off', { count: answer.changed }));
    },
    busy: command.busy,
    error: command.error,
    said,
  };
};
