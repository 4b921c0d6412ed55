import { expect, test } from 'vitest';
import { plainPath } from '../../server/platform/fieldPath';

test.each([
  ['/_acme/user_id', '/_acme/user_id'],
  ['/properties/_acme/properties/user_id', '/_acme/user_id'],
  ['/properties/productListItems/items/properties/SKU', '/productListItems/SKU'],
  ['/productListItems[*]/SKU', '/productListItems/SKU'],
  ['/productListItems/*/SKU', '/productListItems/SKU'],
  ['/xdm:web/xdm:webPageDetails', '/web/webPageDetails'],
  ['/@id', '/_id'],
  ['/properties/properties', '/properties'],
])('%s is the field %s', (path, plain) => {
  expect(plainPath(path)).toBe(plain);
});
