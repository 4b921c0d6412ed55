import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { SqlError, sqlStates } from '../../session/sqlError';
import type { FieldDescription } from '../backendMessages';
import { compositeText, isNested } from '../../values/compositeText';
import { jsonText } from '../../values/jsonText';
import type { NestedTypes } from '../../session/nestedTypes';
import { binaryValue } from './binaryValue';
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

/**
 * `format` is the one that the client asked for: 0 text, 1 binary. PostgreSQL has no binary form for the types that
 * are made up here for nested values; it is their text, as it is for JSON.
 */
export function columnCodec(
  name: string,
  type: DuckDBType,
  format: number,
  options: CodecOptions,
): ColumnCodec {
  if (format !== 0 && format !== 1) {
    throw new SqlError(sqlStates.protocolViolation, 'A result format is neither text nor binary', {
      detail: String(format),
    });
  }
  if (!isNested(type)) return scalarCodec(name, type, format);
  const oid = options.nestedTypes.oidOf(type);
  return options.nestedAsJson
    ? { field: { name, typeOid: oids.json, typeSize: -1, typeModifier: oid, format }, encode: jsonText(type) }
    : { field: { name, typeOid: oid, typeSize: -1, typeModifier: -1, format }, encode: compositeText(type) };
}

function scalarCodec(name: string, type: DuckDBType, format: number): ColumnCodec {
  const { oid, size, modifier } = pgType(type);
  const toText = scalarText(type);
  return {
    field: { name, typeOid: oid, typeSize: size, typeModifier: modifier, format },
    encode: format === 1 ? binaryValue(type, toText) : toText,
  };
}
