import { readFileSync } from 'node:fs';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { instantiateNapiModuleSync, MessageHandler, type WASIInstance, type WorkerMessageEvent } from '@emnapi/core';
import { getDefaultContext, type Context } from '@emnapi/runtime';
import { WASI } from '@tybys/wasm-util';
import { calendarOf } from '../study/calendar';
import { fitWeights, type DatedReview, type Fit, type Train } from '../study/fit';

/** What a thread is to fit. */
export interface FitOrder {
  readonly kind: 'fit';
  /** Path of the optimizer. */
  readonly wasm: string;
  readonly reviews: readonly DatedReview[];
  /** The weights of now. */
  readonly weights: readonly number[];
  /** How many relearning steps there are. */
  readonly relearningSteps: number;
  readonly rolloverHour: number;
}

/** What it tells; share goes from 0 to 1. It stays until it is ended. */
export type FitMessage =
  { readonly kind: 'step'; readonly share: number } | { readonly kind: 'done'; readonly fit: Fit } | { readonly kind: 'failed'; readonly reason: string };

/** What is used of FSRS's optimizer, the package `@open-spaced-repetition/binding-wasm32-wasi`. */
interface Optimizer {
  readonly FSRSBindingReview: new (grade: number, days: number) => object;
  readonly FSRSBindingItem: new (reviews: readonly object[]) => object;
  computeParameters(items: readonly object[], options: { readonly enableShortTerm: boolean; readonly numRelearningSteps: number }): Promise<number[]>;
}

/** Pages of 64 kB that the optimizer begins with, as in the loader of its package, and has at most: 1 GB. */
const memory = { initial: 4000, maximum: 16_384, shared: true };

/** What both the optimizer and its own thread get: the memory that they share, and a system that can do little but tell the time. */
function surroundings(shared: WebAssembly.Memory): {
  context: Context;
  wasi: WASIInstance;
  overwriteImports: (imports: WebAssembly.Imports) => WebAssembly.Imports;
} {
  return {
    context: getDefaultContext(),
    // In JavaScript: Node's own is an experiment, and warns of that.
    wasi: new WASI({ version: 'preview1' }) as unknown as WASIInstance,
    overwriteImports: (imports) => ({ ...imports, env: { ...imports.env, ...imports.napi, ...imports.emnapi, memory: shared } }),
  };
}

function loadOptimizer(wasm: string): Optimizer {
  const { napiModule } = instantiateNapiModuleSync(readFileSync(wasm), {
    ...surroundings(new WebAssembly.Memory(memory)),
    // This thread may wait for the training; the optimizer starts one of its own for that.
    asyncWorkPoolSize: 0,
    onCreateWorker: () => new Worker(__filename, { workerData: { kind: 'train' } }),
    beforeInit: ({ instance }) => {
      for (const [name, register] of Object.entries(instance.exports)) if (name.startsWith('__napi_register__')) (register as () => void)();
    },
  });
  return napiModule.exports as Optimizer;
}

function trainBy(optimizer: Optimizer, relearningSteps: number): Train {
  return (items) => {
    const made = items.map(
      ({ grades, days }) => new optimizer.FSRSBindingItem(grades.map((grade, index) => new optimizer.FSRSBindingReview(grade, days[index] ?? 0))),
    );
    return optimizer.computeParameters(made, { enableShortTerm: true, numRelearningSteps: relearningSteps });
  };
}

function tell(message: FitMessage): void {
  parentPort?.postMessage(message);
}

async function fit({ wasm, reviews, weights, relearningSteps, rolloverHour }: FitOrder): Promise<void> {
  const train = trainBy(loadOptimizer(wasm), relearningSteps);
  const made = await fitWeights(reviews, { weights, calendar: calendarOf(rolloverHour) }, train, (share) => tell({ kind: 'step', share }));
  tell({ kind: 'done', fit: made });
}

/** A thread of the optimizer: it waits for what the optimizer hands it. */
function serveOptimizer(): void {
  const postMessage = (message: unknown): void => parentPort?.postMessage(message);
  const handler = new MessageHandler({
    postMessage,
    onLoad: ({ wasmModule, wasmMemory }) => instantiateNapiModuleSync(wasmModule, { ...surroundings(wasmMemory), childThread: true, postMessage }),
  });
  parentPort?.on('message', (data: unknown) => handler.handle({ data } as WorkerMessageEvent));
}

const order = workerData as FitOrder | { readonly kind: 'train' };
if (order.kind === 'train') serveOptimizer();
else void fit(order).catch((error: unknown) => tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }));
