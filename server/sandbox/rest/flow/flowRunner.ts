import { randomUUID } from 'node:crypto';
import { connectionSpecs } from '../../../platform/flowConnections';
import {
  storedFlow,
  storedFlowRun,
  type RunOutcome,
  type StoredFlow,
  type StoredFlowRun,
} from '../../flow/storedFlow';
import { LoadProblem } from '../../ingest/loadProblem';
import type { Document } from '../../store/documents';
import { badRequest } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { Timers } from '../timers';
import { connectionsOf } from './flowConnections';
import type { FlowWork } from './flowWork';
import { nextFlowTime } from './flowTimes';
import { runExport } from './runExport';
import { runImport } from './runImport';

/** Runs flows, when they are due and when they are asked to. */
export class FlowRunner implements Disposable {
  readonly #sandbox: RestSandbox;
  readonly #timers: Timers;

  constructor(sandbox: RestSandbox) {
    this.#sandbox = sandbox;
    this.#timers = new Timers(sandbox.now);
  }

  /** Plans the next runs of all flows that there are; runs that the end of the sandbox ended have failed. */
  async start(): Promise<void> {
    const { documents } = this.#sandbox;
    for (const { id, body } of await documents.list(storedFlowRun)) {
      if (body.status === 'inProgress') await this.#fail(id, 'The sandbox ended while the flow ran');
    }
    for (const flow of await documents.list(storedFlow)) await this.plan(flow);
  }

  async plan({ id, body }: Document<StoredFlow>): Promise<void> {
    const runs = (await this.#runsOf(id)).filter((run) => run.body.scheduled);
    const at = nextFlowTime(body, runs.at(-1)?.created);
    if (at === undefined) this.#timers.clear(id);
    else this.#timers.set(id, at, () => this.#due(id));
  }

  forget(id: string): void {
    this.#timers.clear(id);
  }

  /** Starts a run; refuses while one of the same flow goes on. */
  async run(
    flow: Document<StoredFlow>,
    options: { readonly scheduled: boolean; readonly datasets?: readonly string[] },
  ): Promise<Document<StoredFlowRun>> {
    const { documents, jobs } = this.#sandbox;
    const active = (await this.#runsOf(flow.id)).find(({ body }) => body.status === 'inProgress');
    if (active) throw badRequest(`A run of the flow "${flow.body.name}" already exists: ${active.id}`);
    const connections = await connectionsOf(documents, flow.body);
    const run = await documents.insert(storedFlowRun, randomUUID(), {
      flowId: flow.id,
      flowSpec: flow.body.flowSpec,
      scheduled: options.scheduled,
      status: 'inProgress',
      errors: [],
    });
    jobs.start(`flow run ${run.id}`, (signal) =>
      this.#work({
        ...connections,
        flow,
        runId: run.id,
        ...(options.datasets ? { datasets: options.datasets } : {}),
        signal,
      }),
    );
    return run;
  }

  [Symbol.dispose](): void {
    this.#timers[Symbol.dispose]();
  }

  async #runsOf(flowId: string): Promise<readonly Document<StoredFlowRun>[]> {
    return (await this.#sandbox.documents.list(storedFlowRun)).filter(({ body }) => body.flowId === flowId);
  }

  #due(id: string): void {
    this.#sandbox.jobs.start(`flow ${id}`, async () => {
      const flow = await this.#sandbox.documents.get(storedFlow, id);
      if (!flow) return;
      const isBusy = (await this.#runsOf(id)).some(({ body }) => body.status === 'inProgress');
      if (!isBusy) await this.run(flow, { scheduled: true });
      await this.plan(flow);
    });
  }

  async #work(work: FlowWork): Promise<void> {
    try {
      const isExport = work.source.connectionSpec.id === connectionSpecs.dataLakeSource;
      const outcome = await (isExport ? runExport : runImport)(this.#sandbox, work);
      await this.#end(work.runId, outcome);
    } catch (error) {
      const isKnown = error instanceof LoadProblem;
      await this.#fail(work.runId, isKnown ? error.message : 'The local sandbox failed to run the flow');
      if (!isKnown && !work.signal.aborted) throw error;
    }
  }

  async #end(runId: string, outcome: RunOutcome): Promise<void> {
    const { documents, now } = this.#sandbox;
    await documents.update(storedFlowRun, runId, ({ body }) => ({
      ...body,
      ...outcome,
      status: 'success' as const,
      completed: now(),
    }));
  }

  async #fail(runId: string, message: string): Promise<void> {
    const { documents, now } = this.#sandbox;
    await documents.update(storedFlowRun, runId, ({ body }) => ({
      ...body,
      status: 'failed' as const,
      completed: now(),
      errors: [{ code: 'FLOW-RUN-FAILED', message }],
    }));
  }
}
