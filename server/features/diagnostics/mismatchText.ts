import type { Mismatch, MismatchReason } from '../../analysis/mismatch';
import { typeClasses, type Parameter } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import { textOf, type Statement } from '../../sql/tree';
import { typeInWords } from '../render/shortType';

/** A text longer than this is not repeated in a message. */
const longestQuote = 40;

/** Which thing does not fit where it stands, and what would. `target` is a type that a cast could turn it into. */
export function mismatchText(
  statement: Statement,
  { node, reason }: Mismatch,
  target: string | undefined,
): string {
  const value = quotedText(textOf(statement, node));
  switch (reason.kind) {
    case 'operands':
      return operandsText(reason);
    case 'value':
    case 'argument':
      return `${takesText(reason)}, ${value ?? 'this'} is ${typeInWords(reason.found)}${adviceText(statement, node, target)}`;
    case 'alike':
      return `${alikeText(reason.what)}: ${typeInWords(reason.one)} and ${typeInWords(reason.other)}. Convert one of them with cast`;
    case 'cast':
      return `${capital(typeInWords(reason.from))} cannot be cast to ${typeInWords(reason.to)}`;
    case 'unordered':
      return `${subject(reason.what)} compares values, and ${typeInWords(reason.type)} cannot be compared. Take a part of it, or turn it into text with to_json`;
    case 'notConstant':
      return `${subject(reason.what)} takes a constant for ${reason.parameter}, ${value ?? 'this'} depends on rows`;
    case 'null':
      return `${subject(reason.what)} does not take NULL${reason.parameter === undefined ? '' : ` for ${reason.parameter}`}`;
    case 'negative':
      return `${subject(reason.what)} takes no number below 0`;
    case 'columns':
      return columnsText(reason);
    case 'lambda':
      return lambdaText(reason);
  }
}

const comparisons: ReadonlySet<string> = new Set(
  ['=', '==', '<>', '!=', '<=>', '<', '<=', '>', '>=', 'IN', 'BETWEEN', 'WHEN', 'IS DISTINCT FROM'].concat([
    'nullif',
    'equal_null',
    'decode',
  ]),
);

function operandsText({ operator, left, right }: Extract<MismatchReason, { kind: 'operands' }>): string {
  const both = `${typeInWords(left)} and ${typeInWords(right)}`;
  if (comparisons.has(operator)) return `${capital(both)} cannot be compared. Convert one of them with cast`;
  return `${subject(operator)} does not take ${both} together. Convert one of them with cast`;
}

function takesText(reason: Extract<MismatchReason, { kind: 'value' | 'argument' }>): string {
  const wanted =
    reason.kind === 'value' ? [valueWords(reason.expected)] : reason.parameters.map(parameterWords);
  return `${subject(reason.what)} takes ${[...new Set(wanted)].join(' or ')}`;
}

function valueWords(expected: Extract<MismatchReason, { kind: 'value' }>['expected']): string {
  if (expected === 'boolean' || expected === 'string') return `a ${expected}`;
  return typeClasses[expected];
}

function parameterWords({ type, strict }: Parameter): string {
  switch (type.kind) {
    case 'class':
      return typeClasses[type.name];
    case 'variable':
      return typeClasses[type.bound];
    case 'exact':
      return strict || !isNumber(type.type) ? typeInWords(type.type) : 'a number';
    case 'array':
      return type.element.kind === 'array' ? 'an array of arrays' : arrayWords(type.element);
    case 'map':
      return 'a map';
    case 'struct':
      return 'a struct';
    case 'lambda':
      return 'a lambda';
    case 'rows':
    case 'syntax':
      return 'something else';
  }
}

function arrayWords(element: Parameter['type']): string {
  if (element.kind === 'class' && element.name === 'struct') return 'an array of structs';
  return element.kind === 'exact'
    ? `an array of ${isNumber(element.type) ? 'numbers' : 'texts'}`
    : 'an array';
}

function isNumber(type: DataType): boolean {
  if (type.kind === 'decimal') return true;
  return type.kind === 'scalar' && /^(byte|short|int|long|float|double)$/.test(type.name);
}

function adviceText(statement: Statement, node: Mismatch['node'], target: string | undefined): string {
  if (target === undefined) return '';
  const text = textOf(statement, node);
  const shown = quotedText(text) === undefined ? '...' : text;
  return `. Convert it: cast(${shown} AS ${target})`;
}

function alikeText(what: string): string {
  switch (what) {
    case 'CASE':
      return 'The results of CASE have no type in common';
    case 'IN':
      return 'The values of IN have no type in common';
    case 'An array':
      return 'The elements of an array have no type in common';
    default:
      return what.includes(' ')
        ? `${what} have no type in common`
        : `The arguments of \`${what}\` have no type in common`;
  }
}

function columnsText({ what, wanted, found }: Extract<MismatchReason, { kind: 'columns' }>): string {
  switch (what) {
    case 'A row of VALUES':
      return `This row has ${counted(found, 'value')}, the first has ${wanted}. Give each row as many`;
    case 'The list of names':
      return `This names ${counted(found, 'column')}, there ${wanted === 1 ? 'is' : 'are'} ${wanted}. Name each of them once`;
    case 'UNION':
    case 'INTERSECT':
    case 'EXCEPT':
    case 'MINUS':
      return `This query of ${what} gives ${counted(found, 'column')}, the first gives ${wanted}. Select as many`;
    default:
      return `${subject(what)} takes ${counted(wanted, 'column')}, the query gives ${found}. Select ${counted(wanted, 'column')}`;
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function lambdaText({ what, parameter, least, most }: Extract<MismatchReason, { kind: 'lambda' }>): string {
  if (most === 0) return `\`${what}\` takes no lambda for ${parameter}`;
  const counts = least === most ? `${most}` : `${least} to ${most}`;
  return `\`${what}\` takes a lambda with ${counts} ${most === 1 ? 'parameter' : 'parameters'} for ${parameter}`;
}

/** A function, operator or word as it is written; what is said in words as it is. */
function subject(what: string): string {
  return /^[A-Z][a-z]* /.test(what) || what === 'A sign' ? what : `\`${what}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function quotedText(text: string): string | undefined {
  return text.length <= longestQuote && !text.includes('\n') ? `\`${text}\`` : undefined;
}
