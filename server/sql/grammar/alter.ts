import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { columnDefinition, columnDefinitions } from './columns';
import { columnList, commaList } from './lists';
import { isName, qualifiedName } from './names';
import { ifExists, options } from './options';
import { otherRest } from './other';
import { typeName } from './types';

/** ALTER (TABLE | VIEW | DATABASE | SCHEMA | NAMESPACE) QualifiedName action */
export function alter(p: Parser): void {
  const mark = p.open();
  p.bump();
  const isView = p.kind === T.VIEW;
  if (p.kind === T.TABLE || isView) p.bump();
  else if (p.kind === T.DATABASE || p.kind === T.SCHEMA || p.kind === T.NAMESPACE) p.bump();
  else if (!p.eatMisspelled(T.TABLE)) {
    p.expected('what to change: TABLE or VIEW');
    return otherRest(p, mark, NodeKind.Alter);
  }
  if (qualifiedName(p, 'the name of a table or view')) {
    if (p.is(T.PARTITION)) options(p, 1, NodeKind.PartitionSpec);
    if (isView && p.is(T.ADD)) {
      p.bump();
      schema(p);
    } else action(p);
  }
  p.close(mark, NodeKind.Alter);
}

function action(p: Parser): void {
  switch (p.kind) {
    case T.ADD:
      return add(p);
    case T.DROP:
      return dropPart(p);
    case T.REMOVE:
      p.bump();
      return schema(p);
    case T.SET:
    case T.UNSET:
      return set(p);
    case T.RENAME:
      return rename(p);
    case T.ALTER:
    case T.CHANGE:
      return changeColumn(p);
    case T.REPLACE:
      p.bump();
      p.expect(T.COLUMNS);
      return columns(p);
    case T.RECOVER:
      p.bump();
      p.expect(T.PARTITIONS);
      return;
    case T.AS:
      p.bump();
      p.rules.query(p);
      return;
    default:
      if (!p.eatMisspelled(T.REMOVE) && !p.eatMisspelled(T.RENAME))
        p.expected('ADD, DROP, SET, REMOVE or RENAME');
      p.skipUntil(() => false, NodeKind.Error);
  }
}

/** SCHEMA QualifiedName */
function schema(p: Parser): void {
  if (p.expect(T.SCHEMA)) qualifiedName(p, 'the name of a schema');
}

/** ADD (constraint | COLUMN ColumnDefinition, ... | COLUMNS ( ... ) | SCHEMA QualifiedName | PARTITION ...) */
function add(p: Parser): void {
  p.bump();
  switch (p.kind) {
    case T.SCHEMA:
      return schema(p);
    case T.COLUMN:
    case T.COLUMNS:
      p.bump();
      return columns(p);
    case T.CONSTRAINT:
      p.bump();
      if (isName(p) && p.nth(1) !== T.KEY && p.nth(1) !== T.IDENTITY && !isConstraint(p.kind))
        p.leaf(NodeKind.Name);
      return constraint(p);
    case T.PRIMARY:
    case T.FOREIGN:
    case T.IDENTITY:
      return constraint(p);
    case T.IF:
    case T.PARTITION:
      return partitions(p);
    default:
      p.expected('CONSTRAINT, COLUMN or SCHEMA');
      p.skipUntil(() => false, NodeKind.Error);
  }
}

function isConstraint(kind: T): boolean {
  return kind === T.PRIMARY || kind === T.FOREIGN || kind === T.IDENTITY;
}

/** ColumnDefinition, ... | ( ColumnDefinition, ... ) */
function columns(p: Parser): void {
  if (p.kind === T.OpenParen) columnDefinitions(p);
  else commaList(p, columnDefinition);
}

/** (PRIMARY KEY | FOREIGN KEY | PRIMARY IDENTITY | IDENTITY) ColumnList (NAMESPACE Expr)? (REFERENCES QualifiedName ColumnList)? (NOT ENFORCED)? */
function constraint(p: Parser): void {
  const { kind } = p;
  constraintKind(p);
  columnList(p);
  if (p.is(T.REFERENCES) || (kind === T.FOREIGN && !p.is(T.Semicolon))) {
    if (p.expect(T.REFERENCES) && qualifiedName(p, 'a table') && p.is(T.OpenParen)) columnList(p);
  }
  if (p.eat(T.NAMESPACE)) p.rules.operand(p, 'a namespace');
  if (p.eat(T.NOT)) p.expect(T.ENFORCED);
}

function constraintKind(p: Parser): void {
  if (p.eat(T.PRIMARY)) {
    if (!p.eat(T.IDENTITY)) p.expect(T.KEY, 'KEY or IDENTITY');
  } else if (p.eat(T.FOREIGN)) p.expect(T.KEY);
  else p.expect(T.IDENTITY, 'PRIMARY KEY, FOREIGN KEY, PRIMARY IDENTITY or IDENTITY');
}

/** DROP (CONSTRAINT (constraint kind ColumnList | Name) | COLUMN Name, ... | PARTITION ...) */
function dropPart(p: Parser): void {
  p.bump();
  switch (p.kind) {
    case T.CONSTRAINT:
      p.bump();
      ifExists(p);
      if (isConstraint(p.kind)) {
        constraintKind(p);
        columnList(p);
      } else qualifiedName(p, 'PRIMARY KEY, FOREIGN KEY, PRIMARY IDENTITY or IDENTITY');
      return;
    case T.COLUMN:
    case T.COLUMNS:
      p.bump();
      ifExists(p);
      if (p.is(T.OpenParen)) columnList(p);
      else commaList(p, (q) => qualifiedName(q, 'a column'));
      return;
    case T.IF:
    case T.PARTITION:
      return partitions(p);
    default:
      p.expected('CONSTRAINT or COLUMN');
      p.skipUntil(() => false, NodeKind.Error);
  }
}

/** (IF NOT? EXISTS)? PartitionSpec (LOCATION string)? (`,`? PartitionSpec ...)* PURGE? */
function partitions(p: Parser): void {
  if (p.eat(T.IF)) {
    p.eat(T.NOT);
    p.expect(T.EXISTS);
  }
  do {
    if (!p.is(T.PARTITION)) return void p.expect(T.PARTITION);
    options(p, 1, NodeKind.PartitionSpec);
    if (p.eat(T.LOCATION)) p.rules.operand(p, 'a text in quotes');
  } while (p.eat(T.Comma) || p.is(T.PARTITION));
  p.eat(T.PURGE);
}

/** (SET | UNSET) (SCHEMA QualifiedName | TBLPROPERTIES Options | LOCATION string | ...) */
function set(p: Parser): void {
  p.bump();
  switch (p.kind) {
    case T.SCHEMA:
      return schema(p);
    case T.TBLPROPERTIES:
    case T.DBPROPERTIES:
    case T.PROPERTIES:
    case T.SERDEPROPERTIES:
      if (p.nth(1) === T.IF) {
        p.bump();
        ifExists(p);
        return options(p, 0);
      }
      return options(p, 1);
    case T.LOCATION:
    case T.SERDE:
      p.bump();
      p.rules.operand(p, 'a text in quotes');
      if (p.is(T.WITH) && p.nth(1) === T.SERDEPROPERTIES) options(p, 2);
      return;
    case T.FILEFORMAT:
      p.bump();
      p.bump();
      return;
    default:
      p.expected('SCHEMA, TBLPROPERTIES or LOCATION');
      p.skipUntil(() => false, NodeKind.Error);
  }
}

/** RENAME (TO QualifiedName | COLUMN QualifiedName TO Name | TO PartitionSpec) */
function rename(p: Parser): void {
  p.bump();
  if (p.eat(T.COLUMN)) {
    qualifiedName(p, 'a column');
    p.expect(T.TO);
    qualifiedName(p, 'the new name');
  } else if (p.expect(T.TO)) {
    if (p.is(T.PARTITION)) options(p, 1, NodeKind.PartitionSpec);
    else qualifiedName(p, 'the new name');
  }
}

/** (ALTER | CHANGE) COLUMN? QualifiedName (ColumnDefinition | TYPE TypeName | COMMENT string | (SET | DROP) NOT NULL | FIRST | AFTER Name) */
function changeColumn(p: Parser): void {
  p.bump();
  p.eat(T.COLUMN);
  if (!qualifiedName(p, 'a column')) return;
  switch (p.kind) {
    case T.SET:
    case T.DROP:
      p.bump();
      if (p.eat(T.DEFAULT)) {
        if (!p.atEnd) p.rules.operand(p);
      } else {
        p.expect(T.NOT);
        p.expect(T.NULL);
      }
      break;
    case T.COMMENT:
      p.bump();
      p.rules.operand(p, 'a text in quotes');
      break;
    case T.FIRST:
      p.bump();
      break;
    case T.AFTER:
      p.bump();
      qualifiedName(p, 'a column');
      break;
    case T.TYPE:
      p.bump();
      typeName(p);
      break;
    default:
      columnDefinition(p);
  }
}
