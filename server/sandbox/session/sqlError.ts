/** A problem of a statement, as a client of the wire is told about it. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly sqlState: string;
  /** UTF-16 offset into the text that the client sent. */
  readonly offset: number | undefined;
  readonly hint: string | undefined;

  /** `what` and `detail` make up the message in Query Service's form: `ErrorCode: 42P01 Table not found [x]`. */
  constructor(
    sqlState: SqlState,
    what: string,
    about: {
      readonly detail?: string;
      readonly offset?: number | undefined;
      readonly hint?: string | undefined;
    } = {},
  ) {
    const detail = about.detail === undefined ? '' : ` [${about.detail}]`;
    super(`ErrorCode: ${sqlState} ${what}${detail}`);
    this.sqlState = sqlState;
    this.offset = about.offset;
    this.hint = about.hint;
  }

  /** The same problem in another text, in which this error's text starts at `start`. */
  shiftedBy(start: number): SqlError {
    if (this.offset === undefined || start === 0) return this;
    return SqlError.#copy(this, this.offset + start);
  }

  static #copy(error: SqlError, offset: number): SqlError {
    const copy = Object.create(SqlError.prototype) as SqlError;
    return Object.assign(copy, {
      name: error.name,
      message: error.message,
      stack: error.stack,
      sqlState: error.sqlState,
      hint: error.hint,
      offset,
    });
  }
}

/** The codes that Query Service documents, and those of PostgreSQL where it names none. */
export type SqlState = (typeof sqlStates)[keyof typeof sqlStates];

export const sqlStates = {
  protocolViolation: '08P01',
  featureNotSupported: '0A000',
  invalidCursorName: '34000',
  invalidStatementName: '26000',
  duplicateCursor: '42P03',
  duplicateStatement: '42P05',
  failedTransaction: '25P02',
  invalidAuthorization: '28000',
  invalidPassword: '28P01',
  dataException: '22000',
  invalidParameter: '22023',
  invalidText: '22P02',
  insufficientPrivilege: '42501',
  syntaxError: '42601',
  datatypeMismatch: '42804',
  undefinedTable: '42P01',
  undefinedParameter: '42P02',
  duplicateTable: '42P07',
  duplicateDatabase: '42P04',
  duplicateSchema: '42P06',
  duplicateColumn: '42701',
  duplicateObject: '42710',
  undefinedColumn: '42703',
  undefinedDatabase: '3D000',
  undefinedObject: '42704',
  undefinedSchema: '3F000',
  dependentObjects: '2BP01',
  invalidTableDefinition: '42P16',
  invalidDatabase: '42P12',
  tooManyConnections: '53300',
  limitExceeded: '53400',
  programLimitExceeded: '54000',
  canceled: '57014',
  shutdown: '57P01',
  systemError: '58000',
  internalError: 'XX000',
} as const;
