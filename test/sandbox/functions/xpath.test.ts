import { expect, test } from 'vitest';
import { evaluateXpath } from '../../../server/sandbox/functions/xpath/evaluateXpath';
import { parseXpath } from '../../../server/sandbox/functions/xpath/parseXpath';
import { xmlDocument } from '../../../server/sandbox/functions/xpath/xmlDocument';
import { isNodes, textOfNode } from '../../../server/sandbox/functions/xpath/xpathValue';

const shop = `<shop xmlns="urn:shop" open="yes">
  <item id="1"><name>Tea</name><price>2.50</price></item>
  <!-- the next one is sold out -->
  <item id="2"><name>Coffee</name><price>4</price></item>
  <item id="3"><name>Cake &amp; cream</name></item>
</shop>`;

function ask(path: string): unknown {
  const value = evaluateXpath(parseXpath(path), xmlDocument(shop));
  return isNodes(value) ? value.map(textOfNode) : value;
}

test.each<[string, unknown]>([
  ['/shop/item/name', ['Tea', 'Coffee', 'Cake & cream']],
  ['shop/item[2]/name/text()', ['Coffee']],
  ['//item[last()]/@id', ['3']],
  ['//item[price > 3]/name', ['Coffee']],
  ['//item[not(price)]/@id | //item[1]/@id', ['1', '3']],
  ['(//name)[2]', ['Coffee']],
  ['//name[. = "Tea"]/following::name', ['Coffee', 'Cake & cream']],
  ['//item[3]/preceding-sibling::item[1]/@id', ['2']],
  ['//price/ancestor::item/@id', ['1', '2']],
  ['//comment()', [' the next one is sold out ']],
  ['count(//item) * 2 - 1', 5],
  ['sum(//price)', 6.5],
  ['//item/@id = 2 and not(//item/@id = 9)', true],
  ['string(//item[1]/price)', '2.50'],
  ['concat(name(/*), "-", substring(//name, 2, 2))', 'shop-ea'],
  ['7 mod 3 + 10 div 4', 3.5],
  ['translate(normalize-space("  a  b "), "ab", "x")', 'x '],
  ['-(1 - 3)', 2],
  ['*[local-name() = "shop"]/@open', ['yes']],
  ['/', [expect.stringContaining('Tea')]],
])('%s', (path, value) => {
  expect(ask(path)).toEqual(value);
});

test.each(['a[', 'a/', '$x', 'n:a', 'a b', 'unknown(1)', '1/a'])('%s is refused', (path) => {
  expect(() => ask(path)).toThrow();
});

test('a text that is no XML is an error', () => {
  expect(() => xmlDocument('<a')).toThrow('not valid XML');
  expect(() => xmlDocument('<a><b></a>')).toThrow('not valid XML');
});
