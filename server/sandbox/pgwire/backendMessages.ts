import { Writer } from 'pg-protocol/dist/buffer-writer';

/** A column of a result as `RowDescription` tells it. */
export interface FieldDescription {
  readonly name: string;
  readonly typeOid: number;
  /** Bytes of a value of this type; -1 where they vary. */
  readonly typeSize: number;
  readonly typeModifier: number;
  /** 0 text, 1 binary. */
  readonly format: number;
}

export interface ErrorFields {
  readonly severity: 'ERROR' | 'FATAL' | 'NOTICE' | 'WARNING';
  readonly sqlState: string;
  readonly message: string;
  readonly hint?: string | undefined;
  /** In characters, the first is 1. */
  readonly position?: number | undefined;
}

/** Between statements, in a transaction, or in one that failed. */
export type TransactionStatus = 'I' | 'T' | 'E';

const writer = new Writer(256);
/** Rows of a whole chunk go into one buffer. */
const rowWriter = new Writer(1 << 16);
const codes = (text: string): number => text.charCodeAt(0);

export const tlsAccepted = Buffer.from('S');
export const tlsRefused = Buffer.from('N');

export const authenticationOk = message('R', () => writer.addInt32(0));
export const cleartextPasswordRequest = message('R', () => writer.addInt32(3));
export const parseComplete = message('1');
export const bindComplete = message('2');
export const closeComplete = message('3');
export const noData = message('n');
export const portalSuspended = message('s');
export const emptyQueryResponse = message('I');
export const copyDone = message('c');

/** The one mechanism that is offered. */
export function saslRequest(mechanism: string): Buffer {
  return message('R', () => writer.addInt32(10).addCString(mechanism).addCString(''));
}

export function saslContinue(text: string): Buffer {
  return message('R', () => writer.addInt32(11).addString(text));
}

export function saslFinal(text: string): Buffer {
  return message('R', () => writer.addInt32(12).addString(text));
}

export function parameterStatus(name: string, value: string): Buffer {
  return message('S', () => writer.addCString(name).addCString(value));
}

export function backendKeyData(processId: number, secret: number): Buffer {
  return message('K', () => writer.addInt32(processId).addInt32(secret));
}

export function readyForQuery(status: TransactionStatus): Buffer {
  return message('Z', () => writer.addString(status));
}

export function commandComplete(tag: string): Buffer {
  return message('C', () => writer.addCString(tag));
}

export function parameterDescription(oids: readonly number[]): Buffer {
  return message('t', () => {
    writer.addInt16(oids.length);
    for (const oid of oids) writer.addInt32(oid);
  });
}

export function rowDescription(fields: readonly FieldDescription[]): Buffer {
  return message('T', () => {
    writer.addInt16(fields.length);
    for (const field of fields) {
      writer.addCString(field.name).addInt32(0).addInt16(0).addInt32(field.typeOid);
      writer.addInt16(field.typeSize).addInt32(field.typeModifier).addInt16(field.format);
    }
  });
}

/** Lines of text will follow, of so many cells each. */
export function copyOutResponse(columnCount: number): Buffer {
  return message('H', () => {
    writer.addString('\0').addInt16(columnCount);
    for (let column = 0; column < columnCount; column++) writer.addInt16(0);
  });
}

export function copyData(line: Buffer): Buffer {
  return message('d', () => writer.add(line));
}

export function errorResponse(fields: ErrorFields): Buffer {
  return message('E', () => addErrorFields(fields));
}

export function noticeResponse(fields: ErrorFields): Buffer {
  return message('N', () => addErrorFields(fields));
}

/** Writes the rows of one chunk: `cell` gives the bytes or text of a cell, or `undefined` for null. */
export function dataRows(
  rowCount: number,
  columnCount: number,
  cell: (row: number, column: number) => Buffer | string | undefined,
): Buffer {
  for (let row = 0; row < rowCount; row++) {
    rowWriter.addString('D');
    const start = rowWriter.reserveUnsafe(4);
    rowWriter.addInt16(columnCount);
    for (let column = 0; column < columnCount; column++) addCell(cell(row, column));
    rowWriter.buffer.writeInt32BE(rowWriter.reserveUnsafe(0) - start, start);
  }
  return rowWriter.flush();
}

function addCell(value: Buffer | string | undefined): void {
  if (value === undefined) rowWriter.addInt32(-1);
  else if (typeof value === 'string') rowWriter.addInt32PrefixedString(value);
  else rowWriter.addInt32(value.length).add(value);
}

function addErrorFields(fields: ErrorFields): void {
  const add = (letter: string, value: string): void => void writer.addString(letter).addCString(value);
  add('S', fields.severity);
  add('V', fields.severity);
  add('C', fields.sqlState);
  add('M', fields.message);
  if (fields.hint !== undefined) add('H', fields.hint);
  if (fields.position !== undefined) add('P', String(fields.position));
  writer.addCString('');
}

function message(code: string, write: () => void = () => undefined): Buffer {
  write();
  return writer.flush(codes(code));
}
