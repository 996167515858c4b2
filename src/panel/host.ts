import type { HostMessage, PanelMessage, PanelState } from './protocol';

/** What the panel's window keeps by itself while it is hidden or reloaded. */
export interface Kept {
  readonly state: PanelState | null;
  /** Ticks of the question that is not answered yet. */
  readonly pending: Pending | null;
}

export interface Pending {
  readonly index: number;
  readonly chosen: readonly number[];
}

interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): Kept | undefined;
  setState(kept: Kept): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function post(message: PanelMessage): void {
  api.postMessage(message);
}

export function kept(): Kept {
  return api.getState() ?? { state: null, pending: null };
}

export function keep(change: Partial<Kept>): void {
  api.setState({ ...kept(), ...change });
}

export function onMessage(listener: (message: HostMessage) => void): void {
  window.addEventListener('message', (event: MessageEvent<HostMessage>) => listener(event.data));
}
