import type { Document } from '../../store/documents';
import { Problem } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { nextTime, parseCron } from './cron';
import { Timers } from '../timers';
import type { QueryRunner } from './queryRunner';
import { storedRun, storedSchedule, type StoredRun, type StoredSchedule } from './storedSchedule';

/** Runs the queries of schedules at their times. */
export class Scheduler implements Disposable {
  readonly #sandbox: RestSandbox;
  readonly #runner: QueryRunner;
  readonly #timers: Timers;

  constructor(sandbox: RestSandbox, runner: QueryRunner) {
    this.#sandbox = sandbox;
    this.#runner = runner;
    this.#timers = new Timers(sandbox.now);
  }

  /** Plans the next runs of all schedules that there are; runs that the end of the sandbox ended have failed. */
  async start(): Promise<void> {
    for (const run of await this.#sandbox.documents.list(storedRun)) {
      if (run.body.state === 'IN_PROGRESS')
        await this.#end(run.id, false, 'The sandbox ended while the query ran');
    }
    for (const schedule of await this.#sandbox.documents.list(storedSchedule)) this.plan(schedule);
  }

  /** Plans the next run of a schedule, or none when it is disabled or over. */
  plan({ id, body }: Document<StoredSchedule>): void {
    const at = this.#nextRun(body);
    if (at === undefined) this.#timers.clear(id);
    else this.#timers.set(id, at, () => this.#due(id, at));
  }

  forget(id: string): void {
    this.#timers.clear(id);
  }

  /** Has a schedule run now; answers the run. */
  async run({ id, body }: Document<StoredSchedule>, external: boolean): Promise<Document<StoredRun>> {
    const { documents, now } = this.#sandbox;
    const time = new Date(now()).toISOString();
    const runId = Buffer.from(`${external ? 'manual' : 'scheduled'}__${time}`).toString('base64url');
    const run = await documents.insert(storedRun, `${id} ${runId}`, {
      scheduleId: id,
      state: 'IN_PROGRESS',
      message: 'The query is running',
      external,
    });
    try {
      const submission = { request: body.query, clientId: body.clientId, scheduleId: id };
      const query = await this.#runner.submit(submission, async ({ body: { state, errors } }) => {
        const success = state === 'SUCCESS';
        await this.#end(run.id, success, errors[0]?.message ?? 'The query has ended');
      });
      await documents.update(storedRun, run.id, (before) => ({ ...before.body, queryId: query.id }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.#end(run.id, false, error.detail);
    }
    return run;
  }

  [Symbol.dispose](): void {
    this.#timers[Symbol.dispose]();
  }

  #nextRun({ state, schedule }: StoredSchedule): number | undefined {
    const times = parseCron(schedule.schedule);
    if (state !== 'ENABLED' || !times) return undefined;
    const start = schedule.startDate === undefined ? 0 : Date.parse(schedule.startDate);
    const at = nextTime(times, Math.max(this.#sandbox.now(), start - 1));
    const end = schedule.endDate === undefined ? Infinity : Date.parse(schedule.endDate);
    return at !== undefined && at <= end ? at : undefined;
  }

  #due(id: string, at: number): void {
    const { jobs } = this.#sandbox;
    jobs.start(`schedule ${id} ${at}`, async () => {
      const schedule = await this.#sandbox.documents.get(storedSchedule, id);
      if (!schedule) return;
      if (schedule.body.state === 'ENABLED' && !(await this.#isBusy(schedule))) {
        await this.run(schedule, false);
      }
      this.plan(schedule);
    });
  }

  /** A schedule has so many runs at once and no more; one that would be too many is left out. */
  async #isBusy({ id, body }: Document<StoredSchedule>): Promise<boolean> {
    const runs = await this.#sandbox.documents.list(storedRun);
    const active = runs.filter((run) => run.body.scheduleId === id && run.body.state === 'IN_PROGRESS');
    return active.length >= (body.schedule.maxActiveRuns ?? 1);
  }

  async #end(runId: string, success: boolean, message: string): Promise<void> {
    const { documents, now } = this.#sandbox;
    await documents.update(storedRun, runId, ({ body }) => ({
      ...body,
      state: success ? ('SUCCESS' as const) : ('FAILED' as const),
      message,
      ended: now(),
    }));
  }
}
