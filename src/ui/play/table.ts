import { createContext } from 'svelte';
import type { MoneyView } from '#view/play-money.ts';
import type { PlayAction } from '#view/play.ts';

/** What every task of the play screen may do and ask beside its own data. */
export interface Table {
  readonly act: (action: PlayAction) => void;
  readonly money: () => MoneyView;
  /** Whether the money panel stands beside the task: otherwise the bar shows its one line. */
  readonly hasSidePanel: () => boolean;
  /** Whether two lists fit side by side in the task. */
  readonly isRoomy: () => boolean;
  readonly openMoney: () => void;
}

export const [table, setTable] = createContext<Table>();
