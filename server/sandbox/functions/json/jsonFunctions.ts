import { scalarFunction, type ScalarFunction } from '../scalarFunction';
import { schemaText } from '../schemaText';
import { text } from '../valueKind';
import { jsonAtPath } from './jsonPath';
import { jsonBySchema } from './jsonBySchema';
import { typeOfJson } from './jsonSchema';

export const jsonFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_get_json_object', [text, text], text, jsonAtPath),
  scalarFunction('spark_json_by_schema', [text, text], text, jsonBySchema),
  scalarFunction('spark_schema_of_json', [text], text, (sample) => {
    const type = typeOfJson(sample);
    if (!type) throw new Error(`The sample '${sample}' is no JSON`);
    return schemaText(type);
  }),
];
