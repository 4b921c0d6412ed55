import type { DuckDBType } from '@duckdb/node-api';
import type { TypedValue } from '../../session/openStatement';
import { SqlError, sqlStates } from '../../session/sqlError';
import { kindOfOid, kindOfType, textKind } from './parameterKind';
import { oids } from './pgType';
import { valueOfBytes } from './valueOfBytes';
import { valueOfText } from './valueOfText';

/** A parameter as the client bound it. */
export interface BoundParameter {
  /** `undefined` is the SQL null. */
  readonly bytes: Buffer | undefined;
  /** 0 text, 1 binary. */
  readonly format: number;
  /** 0 or 705 when the client left the type open. */
  readonly oid: number;
}

/** The value of a parameter: of the type that the client declared, else of the one that the statement expects. */
export function parameterValue(
  { bytes, format, oid }: BoundParameter,
  expected: DuckDBType | undefined,
): TypedValue | null {
  if (bytes === undefined) return null;
  const declared = oid === 0 || oid === oids.unknown ? undefined : oid;
  if (format === 0) {
    const text = bytes.toString('utf8');
    if (declared !== undefined) return valueOfText(text, kindOfOid(declared) ?? textKind);
    const kind = expected ? kindOfType(expected) : textKind;
    // A fraction given where a whole number is expected stays what it is.
    const isFraction = kind.kind === 'scalar' && kind.form === 'integer' && !/^\s*[+-]?\d+\s*$/.test(text);
    return valueOfText(text, isFraction ? { kind: 'decimal' } : kind);
  }
  // A client that declares no type sends the bytes of the one that it was told.
  const told = expected ? kindOfType(expected) : textKind;
  const kind = declared === undefined ? told : kindOfOid(declared);
  if (kind) return valueOfBytes(bytes, kind);
  throw new SqlError(sqlStates.featureNotSupported, 'A binary parameter of this type is not supported', {
    detail: String(declared ?? 'unknown'),
  });
}
