import { PlainError } from '../base/errors';
import { featureSqlEditor } from './featureSqlDocument';
import type { Command } from './services';

export const showLineage: Command = async ({ lineage }) => {
  const isShown = await lineage.show(featureSqlEditor());
  if (!isShown) throw new PlainError('There is no query at the cursor. Put the cursor into one.');
};
