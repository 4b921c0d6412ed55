import type { Rule } from '../rule';
import { ambiguousColumn } from './ambiguousColumn';
import { duplicateName } from './duplicateName';
import { errorSwallowed } from './errorSwallowed';
import { insertMismatch } from './insertMismatch';
import { missingTimeFilter } from './missingTimeFilter';
import { restrictedLabel } from './restrictedLabel';
import { snapshotNotAllowed } from './snapshotNotAllowed';
import { syntax, unsupportedStatement } from './syntax';
import { unaliasedColumn } from './unaliasedColumn';
import { unknownColumn } from './unknownColumn';
import { unknownFunction } from './unknownFunction';
import { unknownTable } from './unknownTable';
import { unknownVariable } from './unknownVariable';
import { unusedDeclassify } from './unusedDeclassify';
import { wrongArgumentCount } from './wrongArgumentCount';

export const rules: readonly Rule[] = [
  syntax,
  unsupportedStatement,
  unknownTable,
  unknownColumn,
  ambiguousColumn,
  unknownFunction,
  wrongArgumentCount,
  duplicateName,
  unaliasedColumn,
  insertMismatch,
  unknownVariable,
  snapshotNotAllowed,
  errorSwallowed,
  missingTimeFilter,
  restrictedLabel,
  unusedDeclassify,
];
