import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { columnDefinition, columnDefinitions, untypedColumn } from './columns';
import { closeBracket, columnList, commaList } from './lists';
import { isNameLike, isNameList, name, qualifiedName } from './names';
import { text } from './literals';
import { newName, options, transformClause } from './options';
import { otherRest } from './other';
import { isBracketedQuery, startsQuery } from './startsQuery';

/** CREATE (OR REPLACE)? (GLOBAL? (TEMP | TEMPORARY))? and what is created */
export function create(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.OR && p.nth(1) === T.REPLACE) {
    p.bump();
    p.bump();
  }
  if (p.is(T.GLOBAL) || p.is(T.EXTERNAL)) p.bump();
  if (p.is(T.TEMP) || p.is(T.TEMPORARY)) p.bump();
  switch (p.kind as T) {
    case T.TABLE:
      return createTable(p, mark);
    case T.VIEW:
      return createView(p, mark);
    case T.MODEL:
      return createModel(p, mark);
    case T.AUDIENCE:
      return createAudience(p, mark);
    case T.DATABASE:
    case T.SCHEMA:
    case T.NAMESPACE:
      return createDatabase(p, mark);
    case T.FIELDGROUP:
      return createFieldGroup(p, mark);
    case T.FUNCTION:
      p.unsupported(
        'Query Service has no functions of your own. Write the expression in the query, or in a view',
        p.range(),
      );
      return otherRest(p, mark, NodeKind.UnsupportedStatement);
    case T.INDEX:
      p.unsupported(
        'Query Service has no indexes. Keep what is read often in a table of its own with CREATE TABLE ... AS SELECT',
        p.range(),
      );
      return otherRest(p, mark, NodeKind.UnsupportedStatement);
    case T.ROLE:
      return otherRest(p, mark);
    default:
      if (p.isSlipOf(T.TABLE)) return createTable(p, mark);
      if (p.isSlipOf(T.MODEL)) return createModel(p, mark);
      if (p.isSlipOf(T.AUDIENCE)) return createAudience(p, mark);
      p.expected('TABLE, VIEW, MODEL, AUDIENCE, DATABASE or SCHEMA');
      otherRest(p, mark);
  }
}

/** TABLE (IF NOT EXISTS)? QualifiedName ColumnDefinitions? Options? TransformClause? (AS? Query)?, and Spark's table clauses */
function createTable(p: Parser, mark: Mark): void {
  p.expect(T.TABLE);
  if (p.kind === T.AS && isNameLike(p, 1)) nameBehindAs(p);
  newName(p, 'the name of the new table');
  if (p.kind === T.OpenParen && !isBracketedQuery(p, 0)) columnDefinitions(p);
  while (tableClause(p));
  queryAfterAs(p);
  if (p.kind === T.Identifier) p.expected('AS and a query');
  p.close(mark, NodeKind.CreateTable);
}

function nameBehindAs(p: Parser): void {
  p.error('The name of the new table stands before AS', p.range());
  p.bump();
}

/** AS? Query */
function queryAfterAs(p: Parser): void {
  const hasAs = p.eat(T.AS);
  if (hasAs) p.recovered();
  if (startsQuery(p) || (hasAs && p.is(T.Template))) p.rules.query(p);
  else if (hasAs) p.expected('a query');
}

function tableClause(p: Parser): boolean {
  switch (p.kind) {
    case T.WITH:
      if (p.nth(1) !== T.OpenParen) return false;
      options(p, 1);
      return true;
    case T.OPTIONS:
    case T.TBLPROPERTIES:
      options(p, 1);
      return true;
    case T.TRANSFORM:
      transformClause(p);
      return true;
    case T.USING:
      p.bump();
      qualifiedName(p, 'a format');
      return true;
    case T.LOCATION:
    case T.COMMENT:
      p.bump();
      text(p, 'a text in quotes');
      return true;
    case T.LIKE:
      p.bump();
      qualifiedName(p, 'a table');
      return true;
    default:
      return storageClause(p);
  }
}

/** Spark's clauses about how a table is stored. */
function storageClause(p: Parser): boolean {
  switch (p.kind) {
    case T.PARTITIONED:
      p.bump();
      p.expect(T.BY);
      if (p.is(T.OpenParen)) partitionColumns(p);
      else p.expected('columns in brackets');
      return true;
    case T.CLUSTERED:
      p.bump();
      p.expect(T.BY);
      columnList(p);
      if (p.eat(T.SORTED)) {
        p.expect(T.BY);
        sortedColumns(p);
      }
      p.expect(T.INTO);
      p.rules.operand(p, 'a number of buckets');
      p.expect(T.BUCKETS);
      return true;
    case T.SKEWED:
      p.bump();
      p.expect(T.BY);
      columnList(p);
      p.expect(T.ON);
      p.rules.operand(p, 'values in brackets');
      if (p.eat(T.STORED)) {
        p.expect(T.AS);
        p.expect(T.DIRECTORIES);
      }
      return true;
    case T.STORED:
      return storedAs(p);
    case T.ROW:
      return rowFormat(p);
    default:
      return false;
  }
}

/** ( (Name TypeName? | FunctionCall), ... ) */
function partitionColumns(p: Parser): void {
  if (isNameList(p)) return void columnList(p);
  if (p.nth(2) !== T.OpenParen) return columnDefinitions(p);
  const opener = p.index;
  p.bump();
  commaList(p, (q) => q.rules.expression(q, 'a column'));
  closeBracket(p, opener);
}

/** ( Name (ASC | DESC)?, ... ) */
function sortedColumns(p: Parser): void {
  const opener = p.index;
  if (!p.expect(T.OpenParen)) return;
  commaList(p, (q) => {
    const known = name(q, 'a column name');
    if (q.kind === T.ASC || q.kind === T.DESC) q.bump();
    return known;
  });
  closeBracket(p, opener);
}

/** STORED (AS (INPUTFORMAT string OUTPUTFORMAT string | word) | BY string) */
function storedAs(p: Parser): boolean {
  p.bump();
  if (p.eat(T.BY)) p.rules.operand(p, 'a class in quotes');
  else if (p.expect(T.AS)) {
    if (p.eat(T.INPUTFORMAT)) {
      p.rules.operand(p, 'a format in quotes');
      p.expect(T.OUTPUTFORMAT);
      p.rules.operand(p, 'a format in quotes');
    } else p.bump();
  }
  return true;
}

/** ROW FORMAT (SERDE string (WITH SERDEPROPERTIES Options)? | DELIMITED words and strings) */
function rowFormat(p: Parser): boolean {
  p.bump();
  p.expect(T.FORMAT);
  if (p.eat(T.SERDE)) {
    p.rules.operand(p, 'a class in quotes');
    if (p.kind === T.WITH && p.nth(1) === T.SERDEPROPERTIES) options(p, 2);
    return true;
  }
  p.expect(T.DELIMITED);
  while (isDelimiterWord(p.kind)) p.bump();
  return true;
}

function isDelimiterWord(kind: T): boolean {
  switch (kind) {
    case T.FIELDS:
    case T.TERMINATED:
    case T.BY:
    case T.ESCAPED:
    case T.COLLECTION:
    case T.ITEMS:
    case T.MAP:
    case T.KEYS:
    case T.LINES:
    case T.NULL:
    case T.DEFINED:
    case T.AS:
    case T.String:
      return true;
    default:
      return false;
  }
}

/** VIEW (IF NOT EXISTS)? QualifiedName ColumnDefinitions? (COMMENT string | TBLPROPERTIES Options | USING ...)* AS Query */
function createView(p: Parser, mark: Mark): void {
  const isTemporary = p.nth(-1) === T.TEMP || p.nth(-1) === T.TEMPORARY;
  p.expect(T.VIEW);
  newName(p, 'the name of the new view');
  if (isTemporary && p.nth(-2) === T.Dot)
    p.mistake(
      'A temporary view belongs to the session, not to a database: leave out what stands before its name',
      p.range(-1),
    );
  if (p.kind === T.OpenParen && !startsQuery(p, 1)) viewColumns(p);
  let hasFormat = false;
  while (p.kind === T.USING || viewClause(p)) {
    hasFormat ||= p.kind === T.USING;
    if (hasFormat) tableClause(p);
  }
  if (p.is(T.AS)) queryAfterAs(p);
  else if (!hasFormat && p.expect(T.AS, 'AS and a query')) p.rules.query(p);
  p.close(mark, NodeKind.CreateView);
}

/** ColumnList | ( Name (COMMENT string)?, ... ), or the columns with types of a view over files */
function viewColumns(p: Parser): void {
  if (isNameList(p)) columnList(p);
  else if (p.nth(2) === T.COMMENT || p.nth(2) === T.Comma || p.nth(2) === T.CloseParen)
    columnDefinitions(p, untypedColumn);
  else columnDefinitions(p, isFileView(p) ? columnDefinition : untypedColumn);
}

function isFileView(p: Parser): boolean {
  const after = p.afterBracket();
  return after > 0 && p.nth(after) === T.USING;
}

function viewClause(p: Parser): boolean {
  if (p.kind === T.PARTITIONED) {
    p.bump();
    p.expect(T.ON);
    return columnList(p);
  }
  return p.kind !== T.WITH && tableClause(p);
}

/** MODEL (IF NOT EXISTS)? QualifiedName (TransformClause | Options)* AS Query */
function createModel(p: Parser, mark: Mark): void {
  p.expect(T.MODEL);
  newName(p, 'the name of the new model');
  modelRest(p, mark, NodeKind.CreateModel);
}

/** (TransformClause | Options)* AS Query */
export function modelRest(p: Parser, mark: Mark, kind: NodeKind): void {
  while (p.kind === T.TRANSFORM || p.kind === T.OPTIONS) {
    if (p.kind === T.TRANSFORM) transformClause(p);
    else options(p, 1);
  }
  if (p.is(T.AS)) queryAfterAs(p);
  else if (p.expect(T.AS, 'TRANSFORM, OPTIONS or AS and a query')) p.rules.query(p);
  p.close(mark, kind);
}

/** AUDIENCE (IF NOT EXISTS)? QualifiedName Options? AS Query */
function createAudience(p: Parser, mark: Mark): void {
  p.expect(T.AUDIENCE);
  newName(p, 'the name of the new audience');
  if (p.kind === T.WITH && p.nth(1) === T.OpenParen) options(p, 1);
  if (p.is(T.AS)) queryAfterAs(p);
  else if (p.expect(T.AS, 'WITH and its options, or AS and a query')) p.rules.query(p);
  p.close(mark, NodeKind.CreateAudience);
}

/** (DATABASE | SCHEMA | NAMESPACE) (IF NOT EXISTS)? QualifiedName (COMMENT string | LOCATION string | WITH DBPROPERTIES? Options)* */
function createDatabase(p: Parser, mark: Mark): void {
  p.bump();
  newName(p, 'a name');
  for (;;) {
    if (p.kind === T.COMMENT || p.kind === T.LOCATION) {
      p.bump();
      text(p, 'a text in quotes');
    } else if (p.kind === T.WITH) {
      options(p, p.nth(1) === T.DBPROPERTIES || p.nth(1) === T.PROPERTIES ? 2 : 1);
    } else break;
  }
  p.close(mark, NodeKind.CreateDatabase);
}

/** FIELDGROUP (IF NOT EXISTS)? QualifiedName ColumnDefinitions Options? */
function createFieldGroup(p: Parser, mark: Mark): void {
  p.bump();
  newName(p, 'the name of the new field group');
  if (p.kind === T.OpenParen) columnDefinitions(p);
  if (p.kind === T.WITH) options(p, 1);
  p.close(mark, NodeKind.OtherStatement);
}
