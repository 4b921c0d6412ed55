import { columnsOf } from '../../analysis/query/star';
import { frames } from '../../analysis/scope';
import type { Column, Frame, Scope } from '../../analysis/model';
import { fieldsOf } from '../../catalog/catalog';
import type { DataType, Field } from '../../catalog/types';

/** Every column that a name in this scope can mean, innermost first. */
export function columnsInScope(scope: Scope | undefined): readonly Column[] {
  return [...frames(scope)].flatMap(columnsOfFrame);
}

export function columnsOfFrame(frame: Frame): readonly Column[] {
  switch (frame.kind) {
    case 'rows':
      return frame.rows.sources.flatMap(columnsOf);
    case 'aliases':
      return frame.columns.columns;
    case 'lambda':
      return frame.columns;
  }
}

/** The path to a nested field of this very name; `undefined` when there is none or several at the same depth. */
export function pathOfLeaf(columns: readonly Column[], name: string): readonly string[] | undefined {
  const wanted = name.toLowerCase();
  let level: readonly Place[] = columns.map((column) => ({ path: [column.name], type: column.type }));
  for (let depth = 0; depth < 8 && level.length > 0; depth++) {
    level = level.flatMap(({ path, type }) =>
      structFields(type).map((field) => ({ path: [...path, field.name], type: field.type })),
    );
    const found = level.filter(({ path }) => path.at(-1)?.toLowerCase() === wanted);
    if (found.length > 0) return found.length === 1 ? found[0]?.path : undefined;
  }
  return undefined;
}

interface Place {
  readonly path: readonly string[];
  readonly type: DataType;
}

function structFields(type: DataType): readonly Field[] {
  return type.kind === 'struct' ? fieldsOf(type) : [];
}
