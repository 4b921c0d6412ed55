import type { FunctionInfo, Signature } from '../catalog/builtins/functionInfo';
import type { Dataset, DataType, Field } from '../catalog/types';
import type { SyntaxNode } from '../sql/node';
import type { Statement } from '../sql/tree';
import type { Mismatch } from './mismatch';

/** What an expression gives. */
export interface Typed {
  readonly type: DataType;
  readonly nullable: boolean;
}

/**
 * A column of a table, a subquery or a result. A column that is passed on as it is stays the same object, so that
 * identity means "the same attribute".
 */
export interface Column extends Typed {
  readonly name: string;
  readonly origin: Origin;
  /** Nobody named it: the name is the text of its expression. */
  readonly unnamed?: boolean;
}

/** Where a column comes from. */
export type Origin =
  | { readonly kind: 'field'; readonly dataset: Dataset; readonly field: Field }
  /** Computed by `node`: a Projection, Star qualifier, VALUES or LATERAL VIEW. */
  | { readonly kind: 'expression'; readonly meanings: Meanings; readonly node: SyntaxNode }
  /** Another column under a new name, or of a wider type: of a CTE with a column list, of a set operation. */
  | {
      readonly kind: 'columns';
      readonly columns: readonly Column[];
      /** What INSERT adds to the values. */
      readonly inserted?: readonly Column[];
      /** The Name that renames. */ readonly node?: SyntaxNode;
    }
  /** A column that a statement spells out (CREATE TABLE t (a int)): its Name node. */
  | { readonly kind: 'definition'; readonly statement: Statement; readonly node: SyntaxNode }
  /** A column that the product brings along: of `history_meta`, the system columns. */
  | { readonly kind: 'builtin' };

export interface Schema {
  readonly columns: readonly Column[];
  /** There may be columns that we do not know. */
  readonly open: boolean;
}

/** Something that FROM brings in: a table, a CTE, a subquery, a function, a lateral view. */
export interface Source {
  readonly kind: 'table' | 'cte' | 'derived' | 'function' | 'values' | 'lateralView';
  /** The names that may stand before a column, outermost first; empty when there are none. */
  readonly qualifier: readonly string[];
  readonly schema: Schema;
  /** TableRef, DerivedTable, TableFunction, InlineTable, LateralView, ... */
  readonly node: SyntaxNode;
  readonly dataset?: Dataset | undefined;
  /** What made it, when a statement of the file or a WITH did. */
  readonly definition?: Definition | undefined;
  /** On the side of an outer join that may be missing. */
  readonly outerJoined?: boolean;
}

/** The rows that FROM gives: its sources, and the columns that USING or NATURAL made one of. */
export interface Rows {
  readonly sources: readonly Source[];
  readonly merged: readonly Column[];
}

/** A layer of names; a name is looked for in the layers from the innermost to the outermost. */
export type Frame =
  | { readonly kind: 'rows'; readonly rows: Rows; /** The query has no FROM. */ readonly bare: boolean }
  /** Aliases of the select list, or the columns of a finished query for its ORDER BY. */
  | { readonly kind: 'aliases'; readonly columns: Schema }
  | { readonly kind: 'lambda'; readonly columns: readonly Column[] };

export interface Scope {
  readonly frame: Frame;
  readonly outer: Scope | undefined;
  /** CTEs, innermost first. */
  readonly ctes: Ctes | undefined;
  /** Named windows of the query. */
  readonly windows: readonly string[];
}

export interface Ctes {
  readonly definition: Definition;
  readonly outer: Ctes | undefined;
}

/** What a statement makes, so that later ones can use it. */
export interface Definition {
  readonly kind: 'table' | 'view' | 'cte' | 'model' | 'variable' | 'prepared' | 'cursor' | 'audience';
  /** As it is written, qualified names with dots. */
  readonly name: string;
  readonly statement: Statement;
  /** The node that names it: a QualifiedName, Name or Variable. */
  readonly node: SyntaxNode;
  /** Of what gives rows. */
  readonly schema: Schema;
  /** Of a variable. */
  readonly value?: Typed;
  /** What the nodes of the statement mean: of what a query or SET makes. */
  readonly meanings?: Meanings;
  /** Only the session that makes it sees it. */
  readonly temporary?: true;
  /** Of a model. */
  readonly trained?: TrainedFor;
}

/** What predictions of a model look like. */
export interface TrainedFor {
  /** `undefined` where its type is not told, or not known. */
  readonly task: 'regression' | 'classification' | 'clustering' | undefined;
  /** Names of the columns of predictions. */
  readonly prediction: string;
  readonly probability: string;
  readonly rawPrediction: string;
  readonly isOnlyVersion: boolean;
}

/** Where a definition counts: names of tables, views and audiences share one space. */
export type Space = 'table' | 'model' | 'variable' | 'prepared' | 'cursor';

/** A path of names that was found. */
export interface Found extends Typed {
  readonly status: 'found';
  readonly from: Frame['kind'];
  /** How many of the names, from the first on, name the source. */
  readonly qualifiers: number;
  readonly source: Source | undefined;
  readonly column: Column;
  /** What each name after the column's leads to; `undefined` for the key of a map. */
  readonly fields: readonly (Field | undefined)[];
}

/** A path of which the name at index `at` exists nowhere, or not in what the names before it lead to. */
export interface Missing {
  readonly status: 'missing';
  readonly at: number;
  /** What was searched: all that is in scope, the columns of a source, the fields of a type. */
  readonly searched:
    | { readonly kind: 'scope' }
    | { readonly kind: 'source'; readonly source: Source }
    | { readonly kind: 'type'; readonly type: DataType };
}

export type Resolution =
  | Found
  | Missing
  | { readonly status: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** It may exist where we cannot see. */
  | { readonly status: 'unknown' };

export interface Candidate {
  readonly source: Source | undefined;
  readonly column: Column;
}

/** A Path where it stands for a value. */
export interface PathUse {
  readonly node: SyntaxNode;
  readonly names: readonly string[];
  readonly scope: Scope;
  readonly resolution: Resolution;
}

/** A field that a value of this type does not have, after a dot or in brackets. */
export interface MissingField {
  /** The Name, or the literal in brackets. */
  readonly node: SyntaxNode;
  readonly name: string;
  readonly type: DataType;
}

/** A name that must be one of certain columns and is none: of USING, of EXCEPT, of the list of an INSERT. */
export interface MissingColumn {
  /** The Name. */
  readonly node: SyntaxNode;
  readonly name: string;
  /** What has no such column: `stores`, `The left side of the join`. */
  readonly owner: string;
  readonly columns: readonly Column[];
}

/** A name of a table, view or audience. */
export interface TableUse {
  /** The QualifiedName. */
  readonly node: SyntaxNode;
  readonly names: readonly string[];
  readonly use: 'read' | 'write' | 'create' | 'drop' | 'alter';
  readonly meaning: TableMeaning;
}

export type TableMeaning =
  | { readonly kind: 'dataset'; readonly dataset: Dataset; readonly schema: Schema }
  | { readonly kind: 'definition'; readonly definition: Definition; readonly schema: Schema }
  /** It may exist where we cannot see. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing' };

export interface Argument {
  /** The argument without its name or alias. */
  readonly node: SyntaxNode;
  /** From `name => value` or `value AS name`. */
  readonly name: string | undefined;
  /** Of a path: its last name, which a struct built from it takes on. */
  readonly pathName: string | undefined;
  /** What a literal says, as text: the schema of from_json, the unit of a function. */
  readonly literal: string | undefined;
  readonly kind: 'value' | 'star' | 'lambda' | 'query' | 'syntax';
  /** Of a lambda: what its body gives. */
  readonly typed: Typed;
}

export interface CallUse {
  /** FunctionCall */
  readonly node: SyntaxNode;
  /** The QualifiedName, or the call itself where the name is a keyword with a syntax of its own. */
  readonly nameNode: SyntaxNode;
  readonly name: string;
  /** `undefined` for a function that we do not know. */
  readonly info: FunctionInfo | undefined;
  /** The signature that the arguments fit; `undefined` when none takes as many. */
  readonly signature: Signature | undefined;
  readonly arguments: readonly Argument[];
  /** It has an OVER clause. */
  readonly windowed: boolean;
  readonly scope: Scope;
  /** What a function that gives rows gives. */
  readonly rows: Schema | undefined;
}

/** A select with what its clauses see. */
export interface SelectUse {
  /** Select */
  readonly node: SyntaxNode;
  /** What FROM brings: what WHERE sees. */
  readonly rows: Scope;
  /** What the select list sees at its end: the rows, then the aliases so far. */
  readonly list: Scope;
  readonly output: Schema;
  /** The columns of the output by the Projection or Star that makes them. */
  readonly projected: ReadonlyMap<SyntaxNode, readonly Column[]>;
}

/** A statement, also one inside a block, that writes rows or makes something. */
export interface WriteUse {
  /** CreateTable, CreateView, Insert, CreateModel, ... */
  readonly node: SyntaxNode;
  readonly table: TableUse | undefined;
  /** The rows to be written; `undefined` where no query stands. */
  readonly output: Schema | undefined;
  /** The columns of the target that the statement names. */
  readonly columns: readonly SyntaxNode[];
}

export interface VariableUse {
  /** Variable */
  readonly node: SyntaxNode;
  readonly name: string;
  readonly use: 'set' | 'read';
  readonly definition: Definition | undefined;
}

/** A name of EXECUTE, DEALLOCATE, FETCH or CLOSE, with the prepared statement or cursor that it stands for. */
export interface HandleUse {
  /** Name */
  readonly node: SyntaxNode;
  readonly definition: Definition;
}

/** What a statement does to the names that later ones see. */
export type Effect =
  | { readonly kind: 'define'; readonly definition: Definition }
  | { readonly kind: 'drop'; readonly space: Space; readonly name: string };

/** What the nodes of a statement mean. */
export interface Meanings {
  readonly statement: Statement;
  readonly paths: ReadonlyMap<SyntaxNode, PathUse>;
  readonly calls: ReadonlyMap<SyntaxNode, CallUse>;
  readonly selects: ReadonlyMap<SyntaxNode, SelectUse>;
  readonly queries: ReadonlyMap<SyntaxNode, QueryUse>;
  readonly types: ReadonlyMap<SyntaxNode, Typed>;
  readonly tables: readonly TableUse[];
  readonly variables: readonly VariableUse[];
  readonly handles: readonly HandleUse[];
}

/** What a statement means. */
export interface StatementModel extends Meanings {
  readonly missingFields: readonly MissingField[];
  readonly missingColumns: readonly MissingColumn[];
  readonly mismatches: readonly Mismatch[];
  readonly writes: readonly WriteUse[];
  /** CTEs and what later statements see. */
  readonly definitions: readonly Definition[];
  readonly effects: readonly Effect[];
  /** The columns of the rows that the statement returns; `undefined` when it returns none. */
  readonly output: Schema | undefined;
}

export interface QueryUse {
  /** Query */
  readonly node: SyntaxNode;
  readonly output: Schema;
  /** What its ORDER BY sees. */
  readonly order: Scope;
  /** Around the query: CTEs and outer rows. */
  readonly outer: Scope;
}
