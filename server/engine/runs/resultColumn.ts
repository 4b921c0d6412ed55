import type { ResultColumn } from '../../protocol/engine';
import { isNumeric } from '../values/resultType';
import type { FetchedColumn } from './fetchedResult';

export function resultColumn({ name, type }: FetchedColumn): ResultColumn {
  return {
    name,
    type: type.text,
    align: isNumeric(type.values) ? 'right' : 'left',
    nested: type.values.kind === 'nested',
  };
}
