import { Worker } from 'node:worker_threads';
import type { Fit } from '../study/fit';
import type { FitMessage, FitOrder } from './fitWorker';

/**
 * Fits in a thread of its own, which takes seconds; `script` is the path of `fitWorker.js`. Nothing comes of it where the
 * signal stops it; throws where it fails.
 */
export async function fitInThread(script: string, order: FitOrder, step: (share: number) => void, signal: AbortSignal): Promise<Fit | undefined> {
  if (signal.aborted) return undefined;
  const worker = new Worker(script, { workerData: order });
  try {
    return await new Promise<Fit | undefined>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(undefined));
      worker.on('message', (message: FitMessage) => {
        if (message.kind === 'step') step(message.share);
        else if (message.kind === 'done') resolve(message.fit);
        else reject(new Error(message.reason));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The thread that fits ended early.')));
    });
  } finally {
    await worker.terminate();
  }
}
