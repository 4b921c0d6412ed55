import type { RecordError } from './ingestedBatch';

/** A batch that cannot be taken, and what of it. */
export class LoadProblem extends Error {
  override readonly name = 'LoadProblem';

  constructor(readonly errors: readonly RecordError[]) {
    super(errors[0]?.description ?? 'The batch cannot be loaded');
  }
}
