import {
  blobValue,
  dateValue,
  DuckDBTypeId,
  timestampValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { TypedValue } from '../../session/openStatement';
import { SqlError, sqlStates } from '../../session/sqlError';
import { PayloadReader } from '../payloadReader';
import { arrayOf } from './arrayOf';
import { daysTo2000, microsTo2000 } from './binaryValue';
import { decimalOf } from './decimalOf';
import { numericText } from './numericBytes';
import { integerValue } from './integerValue';
import { kindOfOid, type ParameterKind, type ScalarForm } from './parameterKind';

/** Reads a parameter that was sent in binary. Throws a `SqlError` when the bytes are no value of the kind. */
export function valueOfBytes(bytes: Buffer, kind: ParameterKind): TypedValue {
  switch (kind.kind) {
    case 'decimal': {
      const text = numericText(bytes);
      if (text === undefined) throw invalidLength();
      return decimalOf(text);
    }
    case 'array':
      return arrayOfBytes(bytes, kind.element);
    case 'scalar':
      return kind.form === 'integer'
        ? integerValue(integerOf(bytes, kind.type), kind.type)
        : new TypedValue(kind.type, scalarOfBytes(bytes, kind.form));
  }
}

function scalarOfBytes(bytes: Buffer, form: Exclude<ScalarForm, 'integer'>): DuckDBValue {
  switch (form) {
    case 'boolean':
      return fixed(bytes, 1, () => bytes.readUInt8() !== 0);
    case 'number':
      return bytes.length === 4 ? bytes.readFloatBE() : fixed(bytes, 8, () => bytes.readDoubleBE());
    case 'date':
      return dateValue(fixed(bytes, 4, () => bytes.readInt32BE()) + daysTo2000);
    case 'timestamp':
      return timestampValue(fixed(bytes, 8, () => bytes.readBigInt64BE()) + microsTo2000);
    case 'binary':
      return blobValue(bytes);
    case 'text':
      return bytes.toString('utf8');
  }
}

function integerOf(bytes: Buffer, { typeId }: DuckDBType): bigint {
  if (typeId === DuckDBTypeId.SMALLINT) return fixed(bytes, 2, () => BigInt(bytes.readInt16BE()));
  if (typeId === DuckDBTypeId.INTEGER) return fixed(bytes, 4, () => BigInt(bytes.readInt32BE()));
  return fixed(bytes, 8, () => bytes.readBigInt64BE());
}

/** One dimension: its size, whether there are nulls, the type of the elements, and each with its length. */
function arrayOfBytes(bytes: Buffer, element: ParameterKind): TypedValue {
  const reader = new PayloadReader(bytes);
  const dimensions = reader.int32();
  reader.int32();
  const kind = kindOfOid(reader.uint32()) ?? element;
  if (dimensions === 0) return arrayOf([], kind);
  if (dimensions !== 1) {
    throw new SqlError(
      sqlStates.featureNotSupported,
      'A binary array of more than one dimension is not supported',
    );
  }
  const count = reader.uint32();
  reader.int32();
  const items = reader.list(count, 4, () => {
    const length = reader.int32();
    return length < 0 ? undefined : valueOfBytes(reader.bytes(length), kind);
  });
  return arrayOf(items, kind);
}

function fixed<T>(bytes: Buffer, size: number, read: () => T): T {
  if (bytes.length !== size) throw invalidLength();
  return read();
}

function invalidLength(): SqlError {
  return new SqlError(sqlStates.protocolViolation, 'A parameter has an invalid length');
}
