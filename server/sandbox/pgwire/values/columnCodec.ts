import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { SqlError, sqlStates } from '../../session/sqlError';
import type { FieldDescription } from '../backendMessages';
import { compositeText, isNested } from '../../values/compositeText';
import { jsonText } from '../../values/jsonText';
import type { NestedTypes } from '../../session/nestedTypes';
import { oids, pgType } from './pgType';
import { scalarText } from '../../values/scalarText';

/** How a column goes over the wire. */
export interface ColumnCodec {
  readonly field: FieldDescription;
  /** The bytes of a value that is not null. */
  readonly encode: (value: DuckDBValue) => Buffer | string;
}

export interface CodecOptions {
  /** Nested values as JSON text, as `SET auto_to_json=true` asks for. */
  readonly nestedAsJson: boolean;
  readonly nestedTypes: NestedTypes;
}

/** `format` is the one that the client asked for: 0 text, 1 binary. */
export function columnCodec(
  name: string,
  type: DuckDBType,
  format: number,
  options: CodecOptions,
): ColumnCodec {
  if (format !== 0) {
    throw new SqlError(sqlStates.featureNotSupported, 'Binary results are not supported', { detail: name });
  }
  if (!isNested(type)) {
    const { oid, size, modifier } = pgType(type);
    return {
      field: { name, typeOid: oid, typeSize: size, typeModifier: modifier, format },
      encode: scalarText(type),
    };
  }
  const oid = options.nestedTypes.oidOf(type);
  return options.nestedAsJson
    ? { field: { name, typeOid: oids.json, typeSize: -1, typeModifier: oid, format }, encode: jsonText(type) }
    : { field: { name, typeOid: oid, typeSize: -1, typeModifier: -1, format }, encode: compositeText(type) };
}
