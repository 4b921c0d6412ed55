import type { SyntaxNode } from '../../../sql/node';
import type { Parameters } from './parameters';
import type { Reference } from './stage';
import type { Transformer } from './transformer';

/** A transformer that has not yet learned. */
export interface PlannedStage {
  readonly name: string;
  readonly transformer: Transformer;
  readonly inputs: readonly Reference[];
  readonly alias: string | undefined;
  readonly parameters: Parameters;
  /** The call; absent for a stage that no author wrote. */
  readonly call?: SyntaxNode;
}
