import type { Rule } from '../rule';
import { ambiguousColumn } from './ambiguousColumn';
import { syntax, unsupportedStatement } from './syntax';
import { unknownColumn } from './unknownColumn';
import { unknownFunction } from './unknownFunction';
import { unknownTable } from './unknownTable';
import { wrongArgumentCount } from './wrongArgumentCount';

export const rules: readonly Rule[] = [
  syntax,
  unsupportedStatement,
  unknownTable,
  unknownColumn,
  ambiguousColumn,
  unknownFunction,
  wrongArgumentCount,
];
