import type { Rule } from '../rule';
import { aggregateNotAllowed } from './aggregateNotAllowed';
import { ambiguousColumn } from './ambiguousColumn';
import { duplicateName } from './duplicateName';
import { errorSwallowed } from './errorSwallowed';
import { insertMismatch } from './insertMismatch';
import { missingTimeFilter } from './missingTimeFilter';
import { restrictedLabel } from './restrictedLabel';
import { skipsFirstSnapshot } from './skipsFirstSnapshot';
import { notAggregated } from './notAggregated';
import { snapshotNotAllowed } from './snapshotNotAllowed';
import { snapshotTruncatesWindow } from './snapshotTruncatesWindow';
import { syntax, unknownType, unsupportedStatement } from './syntax';
import { temporalLeakage } from './temporalLeakage';
import { typeMismatch } from './typeMismatch';
import { unaliasedColumn } from './unaliasedColumn';
import { unknownColumn } from './unknownColumn';
import { unknownFunction } from './unknownFunction';
import { unknownParameter } from './unknownParameter';
import { unknownTable } from './unknownTable';
import { unknownVariable } from './unknownVariable';
import { unlikelyValue } from './unlikelyValue';
import { unusedDeclassify } from './unusedDeclassify';
import { wrongArgumentCount } from './wrongArgumentCount';

export const rules: readonly Rule[] = [
  syntax,
  unsupportedStatement,
  unknownType,
  unknownTable,
  unknownColumn,
  ambiguousColumn,
  unknownFunction,
  wrongArgumentCount,
  typeMismatch,
  notAggregated,
  aggregateNotAllowed,
  duplicateName,
  unaliasedColumn,
  insertMismatch,
  unknownVariable,
  snapshotNotAllowed,
  errorSwallowed,
  missingTimeFilter,
  temporalLeakage,
  restrictedLabel,
  unusedDeclassify,
  skipsFirstSnapshot,
  snapshotTruncatesWindow,
  unlikelyValue,
  unknownParameter,
];
