import type { TextRange } from '../../base/textRange';
import type { Environment } from '../../analysis/definitions';
import type { FileModel } from '../../analysis/analyzeFile';
import type { Scope, StatementModel } from '../../analysis/model';
import type { Schema } from '../../analysis/model';
import type { DataType, Field } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import type { Phrase } from './phrases';

/** What may stand at the cursor. */
export type Place =
  /** Nothing is to be proposed: a comment, a number, a name that the author makes up. */
  | { readonly kind: 'none' }
  | { readonly kind: 'statementStart' }
  /** A table; `qualifier` are the names before the last dot. */
  | {
      readonly kind: 'table';
      readonly qualifier: readonly string[];
      readonly scope: Scope | undefined;
      /** Among relations, where a function or a query may stand as well. */
      readonly relation: boolean;
    }
  | {
      readonly kind: 'expression';
      readonly qualifier: readonly string[];
      readonly scope: Scope;
      /** The Path, or the name of the call, that the cursor is in. */
      readonly node: SyntaxNode;
      /** A bracket follows, so that only the name of a function is wanted. */
      readonly called: boolean;
    }
  /** A field after the dot of a value that is no plain path. */
  | { readonly kind: 'field'; readonly type: DataType }
  /** An operand is complete before the cursor: operators and clauses go on. */
  | { readonly kind: 'continuation' }
  | { readonly kind: 'type' }
  /** Inside a string: a value of the field that it is compared with, a key, or the argument of a function. */
  | {
      readonly kind: 'string';
      readonly field: Field | undefined;
      readonly key: DataType | undefined;
      /** It names a namespace of identities. */
      readonly named: boolean;
      readonly call: CalledWith | undefined;
      /** It names a snapshot. */
      readonly snapshot: boolean;
      /** Values that the list it stands in has already. */
      readonly taken: readonly string[];
    }
  /** One of these columns, in a list of names. */
  | {
      readonly kind: 'columns';
      readonly schema: Schema;
      readonly taken: readonly string[];
      /** All of them may be wanted at once. */ readonly fill: boolean;
    }
  | { readonly kind: 'option'; readonly statement: SyntaxNode }
  | { readonly kind: 'optionValue'; readonly option: SyntaxNode }
  | { readonly kind: 'window'; readonly names: readonly string[]; readonly inside: boolean }
  /** Words that go on what was written, and nothing else. */
  | { readonly kind: 'phrase'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'snapshotId' }
  | { readonly kind: 'variable' }
  | {
      readonly kind: 'parameter';
      /** Written `${name}`; the cursor is in the braces. */ readonly braced: boolean;
    }
  /** `#name` */
  | { readonly kind: 'template' }
  /** What an earlier statement made. */
  | { readonly kind: 'defined'; readonly of: 'model' | 'prepared' | 'cursor' }
  /** A function that gives rows, after LATERAL VIEW. */
  | { readonly kind: 'generator' }
  /** A namespace of identities. */
  | { readonly kind: 'namespace' }
  | { readonly kind: 'timeUnit' };

export interface CalledWith {
  readonly name: string;
  readonly argument: number;
}

/** The cursor with what was typed so far, and the statement analysed as if a name stood there. */
export interface Typing {
  readonly file: FileModel;
  /** The letters of the word before the cursor. */
  readonly prefix: string;
  /** The word around the cursor; offsets in the file. */
  readonly range: TextRange;
  readonly place: Place;
  /** Of the statement with a name put in at the cursor. */
  readonly model: StatementModel;
  /** The token of that name. */
  readonly token: number;
  /** What the statements before this one define. */
  readonly before: Environment;
}
