import {
  adobeWindowFunctions,
  metaFunctions,
  modelFunctions,
  sketchAggregates,
  sketchFunctions,
  transformerFunctions,
} from './adobe';
import { aggregateFunctions } from './aggregate';
import { castFunctions } from './cast';
import { collectionFunctions } from './collection';
import { conditionalFunctions } from './conditional';
import { datetimeFunctions } from './datetime';
import type { FunctionInfo } from './functionInfo';
import { functionTable } from './functionTable';
import { generatorFunctions } from './generator';
import { hashJsonXmlFunctions } from './hashJsonXml';
import { mathFunctions } from './math';
import { sessionFunctions } from './session';
import { stringFunctions } from './string';
import { windowFunctions } from './window';

/** Every function that Query Service or the Spark below it knows. */
export const functions: readonly FunctionInfo[] = [
  ...functionTable(adobeWindowFunctions, 'window', 'Adobe-defined'),
  ...functionTable(sketchAggregates, 'aggregate', 'Adobe-defined'),
  ...functionTable(sketchFunctions, 'scalar', 'Adobe-defined'),
  ...functionTable(metaFunctions, 'generator', 'metadata'),
  ...functionTable(modelFunctions, 'model', 'model'),
  ...functionTable(transformerFunctions, 'scalar', 'feature transformer'),
  ...functionTable(aggregateFunctions, 'aggregate', 'aggregate'),
  ...functionTable(windowFunctions, 'window', 'window'),
  ...functionTable(conditionalFunctions, 'scalar', 'conditional'),
  ...functionTable(datetimeFunctions, 'scalar', 'date and time'),
  ...functionTable(collectionFunctions, 'scalar', 'collection'),
  ...functionTable(generatorFunctions, 'generator', 'generator'),
  ...functionTable(castFunctions, 'scalar', 'cast'),
  ...functionTable(stringFunctions, 'scalar', 'text'),
  ...functionTable(mathFunctions, 'scalar', 'math'),
  ...functionTable(hashJsonXmlFunctions, 'scalar', 'hash, JSON and XML'),
  ...functionTable(sessionFunctions, 'scalar', 'session'),
];

const byName = new Map(functions.map((each) => [each.name.toLowerCase(), each]));

export function findFunction(name: string): FunctionInfo | undefined {
  return byName.get(name.toLowerCase());
}
