import type { Event } from 'vscode-jsonrpc/node';
import { Emitter } from 'vscode-jsonrpc/node';
import { noRuns } from './runList';
import type { RunList } from './runList';

export interface RunsChanged {
  readonly list: RunList;
  readonly previous: RunList;
}

/** Holds the runs of this window; everything that shows them listens here. */
export class RunStore {
  private current = noRuns;
  private readonly changed = new Emitter<RunsChanged>();

  readonly onDidChange: Event<RunsChanged> = this.changed.event;

  get list(): RunList {
    return this.current;
  }

  update(change: (list: RunList) => RunList): void {
    const previous = this.current;
    this.current = change(previous);
    if (this.current !== previous) this.changed.fire({ list: this.current, previous });
  }

  dispose(): void {
    this.changed.dispose();
  }
}
