import { expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import type { Column } from '../../server/analysis/model';
import { printType } from '../../server/catalog/typeText';
import type { DataType } from '../../server/catalog/types';
import { parse } from '../../server/sql/parse';
import { type Disagreement, reportDisagreements } from '../support/disagreements';
import { oracleCatalog } from '../support/oracleCatalog';
import { type RecordedColumn, readRecording, type TypesAnswer } from '../support/recording';
import { subjectOf } from '../support/subjectOf';

/** The goal is 0.99; this number only ever goes up. */
const equalAtLeast = 0.994;
/** Of the columns that Spark types, how many we claim a type for; this number only ever goes up. */
const claimedAtLeast = 0.995;

test('columns have the types and nullability that Spark gives them', { timeout: 300_000 }, () => {
  const found: Disagreement[] = [];
  const counts = { columns: 0, claimed: 0, equal: 0 };
  for (const answer of readRecording<TypesAnswer>('types').answers) {
    if ('error' in answer) continue;
    const output = outputOf(answer.sql);
    counts.columns += answer.columns.length;
    if (output === undefined) continue;
    if (output.length !== answer.columns.length) {
      counts.claimed += answer.columns.length;
      const detail = `${output.length} columns instead of ${answer.columns.length}`;
      found.push({ sql: answer.sql, cause: 'number of columns', detail });
      continue;
    }
    answer.columns.forEach((recorded, at) => {
      const column = output[at] as Column;
      if (!isClaimed(column.type)) return;
      counts.claimed++;
      const difference = differenceOf(column, recorded);
      if (difference === undefined) counts.equal++;
      else
        found.push({
          sql: answer.sql,
          cause: `${difference.what}: ${subjectOf(answer.sql)}`,
          detail: difference.detail,
        });
    });
  }
  const equal = counts.equal / counts.claimed;
  const claimed = counts.claimed / counts.columns;
  reportDisagreements(
    'oracle-types',
    `${counts.columns} columns, a type claimed for ${percent(claimed)}, of which equal in type and nullability ${percent(equal)}.`,
    found,
  );
  expect(equal).toBeGreaterThanOrEqual(equalAtLeast);
  expect(claimed).toBeGreaterThanOrEqual(claimedAtLeast);
});

/** The columns of the result; `undefined` where we do not know all of them. */
function outputOf(sql: string): readonly Column[] | undefined {
  const output = analyzeFile(parse(sql), oracleCatalog).statements[0]?.model.output;
  return output === undefined || output.open ? undefined : output.columns;
}

function isClaimed(type: DataType): boolean {
  switch (type.kind) {
    case 'scalar':
    case 'decimal':
      return true;
    case 'struct':
      return type.fields.every((field) => isClaimed(field.type));
    case 'array':
      return isClaimed(type.element);
    case 'map':
      return isClaimed(type.key) && isClaimed(type.value);
    case 'unknown':
      return isKnownByName(type.text);
  }
}

/** Types that a catalog cannot have and expressions do: of NULL, of times without zone, of intervals. */
function isKnownByName(text: string): boolean {
  return (
    text === 'void' ||
    text === 'timestamp_ntz' ||
    /^interval( (year|month|day|hour|minute|second)\b|$)/.test(text)
  );
}

function differenceOf(column: Column, [name, type, nullable]: RecordedColumn) {
  const printed = printType(column.type);
  if (printed !== type) return { what: 'type', detail: `we: ${printed}, Spark: ${type}` };
  if (column.nullable !== nullable)
    return { what: 'nullability', detail: `we: ${column.nullable}, Spark: ${nullable}` };
  if (column.unnamed !== true && column.name.toLowerCase() !== name.toLowerCase()) {
    return { what: 'name', detail: `we: ${column.name}, Spark: ${name}` };
  }
  return undefined;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
