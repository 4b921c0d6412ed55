import type { StatementModel } from '../../../analysis/model';
import type { Dataset } from '../../../catalog/types';
import type { SyntaxNode } from '../../../sql/node';
import { originsOf, type Origin } from './origins';

/** A data set of events: the class says that each row has a time, the column `timestamp`. */
export function isEventDataset(dataset: Dataset): boolean {
  return dataset.schema?.class === 'experienceevent';
}

/** The readings of event data whose time an expression reads. */
export function eventTimesIn(model: StatementModel, expression: SyntaxNode): readonly Origin[] {
  return originsOf(model, expression).filter(isEventTime);
}

export function isEventTime({ dataset, column }: Origin): boolean {
  return isEventDataset(dataset) && column.name.toLowerCase() === 'timestamp';
}

/** An expression reads a column of event data. */
export function readsEvents(model: StatementModel, expression: SyntaxNode): boolean {
  return originsOf(model, expression).some(({ dataset }) => isEventDataset(dataset));
}
