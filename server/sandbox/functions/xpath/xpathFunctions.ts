import { scalarFunction, type ScalarFunction } from '../scalarFunction';
import { boolean, double, listOf, text } from '../valueKind';
import { evaluateXpath } from './evaluateXpath';
import { parseXpath } from './parseXpath';
import { xmlDocument } from './xmlDocument';
import { isNodes, toBoolean, toNumber, toText, type XpathValue } from './xpathValue';

export const xpathFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_xpath', [text, text], listOf(text), asked(valuesOfNodes)),
  scalarFunction('spark_xpath_boolean', [text, text], boolean, asked(toBoolean)),
  scalarFunction('spark_xpath_number', [text, text], double, asked(toNumber)),
  scalarFunction('spark_xpath_string', [text, text], text, asked(toText)),
];

/** An empty text and an empty expression give nothing. */
function asked<Result>(
  read: (value: XpathValue) => Result,
): (xml: string, path: string) => Result | undefined {
  return (xml, path) =>
    xml === '' || path === '' ? undefined : read(evaluateXpath(parseXpath(path), xmlDocument(xml)));
}

/** Elements have no value of their own. */
function valuesOfNodes(value: XpathValue): readonly (string | undefined)[] {
  if (!isNodes(value)) throw new Error('The function xpath takes an XPath of nodes, such as a/b/text()');
  return value.map(({ nodeValue }) => nodeValue ?? undefined);
}
