import type * as vscode from 'vscode';
import { decodeMachines, machinesAhead, type MachineState } from '../study/segments';
import { fittedWeightsName } from './fittedWeights';

const machinesName = 'machines';
const ownName = 'machine';
const toldName = 'toldOfMachines';

/**
 * How far the log of each machine has come: the small state that Settings Sync carries, so that a learner is told when
 * answers given elsewhere are not here. The answers themselves are too many for it.
 */
export class SyncedState {
  readonly #state: vscode.Memento;
  readonly #machine: string;

  constructor(state: vscode.Memento & { setKeysForSync?(keys: readonly string[]): void }) {
    this.#state = state;
    state.setKeysForSync?.([machinesName, fittedWeightsName]);
    const known = state.get<string>(ownName);
    this.#machine = known ?? crypto.randomUUID();
    if (known === undefined) void state.update(ownName, this.#machine);
  }

  /** Tells the other machines how far this one is. */
  async tell(own: MachineState): Promise<void> {
    const machines = this.#machines();
    const before = machines[this.#machine];
    if (before?.entries === own.entries && before.latest === own.latest) return;
    await this.#state.update(machinesName, { ...machines, [this.#machine]: own });
  }

  /** Time of the latest entry elsewhere, where that is later than all that is here. */
  ahead(latestHere: number): number | undefined {
    return machinesAhead(this.#machines(), this.#machine, latestHere);
  }

  /** The same, once for each change. */
  async untold(latestHere: number): Promise<number | undefined> {
    const latest = this.ahead(latestHere);
    if (latest === undefined || this.#state.get<number>(toldName) === latest) return undefined;
    await this.#state.update(toldName, latest);
    return latest;
  }

  #machines(): Record<string, MachineState> {
    return decodeMachines(this.#state.get(machinesName));
  }
}
