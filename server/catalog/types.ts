/** The scalar type names of a catalog snapshot; `decimal` has precision and scale beside it. */
export type ScalarName =
  | 'string'
  | 'boolean'
  | 'byte'
  | 'short'
  | 'int'
  | 'long'
  | 'float'
  | 'double'
  | 'date'
  | 'timestamp'
  | 'binary';

/** The type of a column, a field or an expression, in Spark's terms. */
export type DataType =
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'struct'; readonly fields: readonly Field[] }
  | { readonly kind: 'array'; readonly element: DataType }
  | { readonly kind: 'map'; readonly key: DataType; readonly value: DataType }
  /** A type that we do not know: features stay silent about it. */
  | { readonly kind: 'unknown'; readonly text: string };

/** A column of a data set, or a field of a struct. */
export interface Field {
  readonly name: string;
  readonly type: DataType;
  readonly title?: string;
  readonly description?: string;
  /** Usage labels (C1-C12, I1, I2, S1, S2, RHD, PSPD, custom). */
  readonly labels?: readonly string[];
  readonly identity?: { readonly namespace: string; readonly primary: boolean };
  readonly enum?: readonly string[];
  /** What the snapshot said beside this, kept as it was. */
  readonly extra?: Extra;
}

/** Keys of a snapshot that we do not know. */
export type Extra = Readonly<Record<string, unknown>>;

export interface Dataset {
  /** The name that SQL uses; may be qualified (`database.schema.table`). */
  readonly table: string;
  readonly id?: string;
  readonly title?: string;
  readonly kind: 'dataset' | 'view' | 'sample';
  readonly schema?: {
    readonly title?: string;
    readonly id?: string;
    readonly class?: 'experienceevent' | 'profile' | 'record' | 'adhoc';
    readonly version?: string;
  };
  /** Labels on the whole data set. */
  readonly labels?: readonly string[];
  readonly columns: readonly Field[];
  readonly extra?: Extra;
}

/** The catalog as its file holds it. */
export interface Snapshot {
  /** The Platform sandbox. */
  readonly sandbox?: string;
  /** The tenant's namespace with its underscore: `_acme`. */
  readonly tenant?: string;
  /** ISO 8601. */
  readonly takenAt?: string;
  readonly datasets: readonly Dataset[];
  readonly extra?: Extra;
}
