import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { modelRest } from './create';
import { qualifiedName } from './names';

/** UPDATE MODEL QualifiedName (TransformClause | Options)* AS Query */
export function updateModel(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.bump();
  qualifiedName(p, 'the name of a model');
  modelRest(p, mark, NodeKind.UpdateModel);
}
