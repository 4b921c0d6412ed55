import { expect, test } from 'vitest';
import { exportFileStem, exportFormatOf } from '../../../client/export/exportFormats';

test.each([
  ['/data/a.csv', 'csv'],
  ['C:\\data\\A.Parquet', 'parquet'],
  ['a.jsonl', 'ndjson'],
  ['a.ndjson', 'ndjson'],
  ['a.json', 'json'],
  ['/data.csv/a', undefined],
  ['a.xlsx', undefined],
])('the format of %s is %s', (file, format) => {
  expect(exportFormatOf(file)).toBe(format);
});

test.each([
  ['training_set.fsql', 'training_set'],
  ['labels.feature.sql (2)', 'labels_2'],
  ['Untitled-1', 'Untitled_1'],
  ['***', 'result'],
])('the file of %s is called %s', (title, stem) => {
  expect(exportFileStem(title)).toBe(stem);
});
