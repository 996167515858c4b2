import type * as vscode from 'vscode';
import { weightsOf } from '../study/weights';

/** The name that Settings Sync carries the weights under. */
export const fittedWeightsName = 'fittedWeights';

/** The weights that were fitted to the learner; empty where none were. */
export function fittedWeights(memory: vscode.Memento): readonly number[] {
  return weightsOf(memory.get(fittedWeightsName));
}

/** Keeps weights; empty ones bring FSRS's own back. */
export async function keepFittedWeights(memory: vscode.Memento, weights: readonly number[]): Promise<void> {
  await memory.update(fittedWeightsName, weights.length > 0 ? weights : undefined);
}
