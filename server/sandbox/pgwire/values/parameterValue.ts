import {
  blobValue,
  dateValue,
  DuckDBTypeId,
  timestampValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { SqlError, sqlStates } from '../../session/sqlError';
import { oids } from './pgType';

/** A parameter as the client bound it. */
export interface BoundParameter {
  /** `undefined` is the SQL null. */
  readonly bytes: Buffer | undefined;
  /** 0 text, 1 binary. */
  readonly format: number;
  /** 0 or 705 when the client left the type open. */
  readonly oid: number;
}

type Kind = 'boolean' | 'integer' | 'number' | 'date' | 'timestamp' | 'binary' | 'text';

const kindOfOid: Readonly<Record<number, Kind>> = {
  [oids.bool]: 'boolean',
  [oids.int2]: 'integer',
  [oids.int4]: 'integer',
  [oids.int8]: 'integer',
  [oids.float4]: 'number',
  [oids.float8]: 'number',
  [oids.date]: 'date',
  [oids.timestamp]: 'timestamp',
  [oids.timestamptz]: 'timestamp',
  [oids.bytea]: 'binary',
};

const kindOfType: Partial<Record<DuckDBTypeId, Kind>> = {
  [DuckDBTypeId.BOOLEAN]: 'boolean',
  [DuckDBTypeId.TINYINT]: 'integer',
  [DuckDBTypeId.SMALLINT]: 'integer',
  [DuckDBTypeId.INTEGER]: 'integer',
  [DuckDBTypeId.BIGINT]: 'integer',
  [DuckDBTypeId.HUGEINT]: 'integer',
  [DuckDBTypeId.FLOAT]: 'number',
  [DuckDBTypeId.DOUBLE]: 'number',
  [DuckDBTypeId.DATE]: 'date',
  [DuckDBTypeId.TIMESTAMP]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'timestamp',
  [DuckDBTypeId.BLOB]: 'binary',
};

/** The value of a parameter: of the type that the client declared, else of the one that the statement expects. */
export function parameterValue(parameter: BoundParameter, expected: DuckDBType | undefined): DuckDBValue {
  const { bytes, format, oid } = parameter;
  if (bytes === undefined) return null;
  const declared = oid === 0 || oid === oids.unknown ? undefined : oid;
  if (format !== 0) return fromBinary(bytes, declared);
  const text = bytes.toString('utf8');
  const kind = declared === undefined ? expectedKind(expected) : (kindOfOid[declared] ?? 'text');
  return fromText(text, kind);
}

function expectedKind(expected: DuckDBType | undefined): Kind {
  return (expected && kindOfType[expected.typeId]) ?? 'text';
}

function fromText(text: string, kind: Kind): DuckDBValue {
  switch (kind) {
    case 'boolean':
      return booleanOf(text);
    case 'integer':
      // A fraction given where a whole number is expected stays what it is.
      return /^\s*[+-]?\d+\s*$/.test(text) ? BigInt(text.trim().replace('+', '')) : numberOf(text);
    case 'number':
      return numberOf(text);
    case 'date': {
      const micros = microsOf(text);
      return dateValue(Number(micros / 86_400_000_000n));
    }
    case 'timestamp':
      return timestampValue(microsOf(text));
    case 'binary':
      return blobValue(text.startsWith('\\x') ? Buffer.from(text.slice(2), 'hex') : Buffer.from(text));
    case 'text':
      return text;
  }
}

function fromBinary(bytes: Buffer, declared: number | undefined): DuckDBValue {
  switch (declared) {
    case oids.bool:
      return readFixed(bytes, 1, () => bytes.readUInt8() !== 0);
    case oids.int2:
      return readFixed(bytes, 2, () => BigInt(bytes.readInt16BE()));
    case oids.int4:
      return readFixed(bytes, 4, () => BigInt(bytes.readInt32BE()));
    case oids.int8:
      return readFixed(bytes, 8, () => bytes.readBigInt64BE());
    case oids.float4:
      return readFixed(bytes, 4, () => bytes.readFloatBE());
    case oids.float8:
      return readFixed(bytes, 8, () => bytes.readDoubleBE());
    case oids.text:
    case oids.varchar:
      return bytes.toString('utf8');
    case oids.bytea:
      return blobValue(bytes);
    default:
      throw new SqlError(sqlStates.featureNotSupported, 'A binary parameter of this type is not supported', {
        detail: String(declared ?? 'unknown'),
      });
  }
}

function readFixed<T>(bytes: Buffer, size: number, read: () => T): T {
  if (bytes.length !== size)
    throw new SqlError(sqlStates.protocolViolation, 'A parameter has an invalid length');
  return read();
}

function booleanOf(text: string): boolean {
  if (/^(t|true|y|yes|on|1)$/i.test(text.trim())) return true;
  if (/^(f|false|n|no|off|0)$/i.test(text.trim())) return false;
  throw invalid(text, 'boolean');
}

function numberOf(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value) && !/^nan$/i.test(text.trim())) throw invalid(text, 'number');
  return value;
}

const timestampForm =
  /^(\d{4,6})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6})\d*)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** Microseconds since 1970; a time without a zone is UTC. */
function microsOf(text: string): bigint {
  const match = timestampForm.exec(text.trim());
  if (!match) throw invalid(text, 'timestamp');
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const millis = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return BigInt(millis) * 1000n + BigInt(fraction.padEnd(6, '0')) - BigInt(zoneMinutes(zone)) * 60_000_000n;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

function invalid(text: string, type: string): SqlError {
  return new SqlError(sqlStates.invalidText, `A parameter is not a ${type}`, { detail: text.slice(0, 100) });
}
