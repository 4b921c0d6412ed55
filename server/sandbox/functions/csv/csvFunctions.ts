import { scalarFunction, type ScalarFunction } from '../scalarFunction';
import { schemaText } from '../schemaText';
import { listOf, text } from '../valueKind';
import { csvBySchema } from './csvBySchema';
import { typeOfCsv } from './csvSchema';
import { csvText } from './csvText';

export const csvFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_csv_by_schema', [text, text], text, csvBySchema),
  scalarFunction('spark_to_csv', [listOf(text)], text, csvText),
  scalarFunction('spark_schema_of_csv', [text], text, (sample) => schemaText(typeOfCsv(sample))),
];
