import { tableSql } from '../rowTables';

/** Kinds of goods with their places in the tree of categories; a price is `least` and up to `span` more, in cents. */
const kinds = [
  kind('Running shoe', 'Shoes', 'Sports', 5900, 12000),
  kind('Hiking boot', 'Shoes', 'Outdoor', 8900, 16000),
  kind('Sneaker', 'Shoes', 'Casual', 4900, 9000),
  kind('Rain jacket', 'Clothing', 'Outdoor', 7900, 18000),
  kind('Wool sweater', 'Clothing', 'Knitwear', 4900, 8000),
  kind('T-shirt', 'Clothing', 'Basics', 1200, 2500),
  kind('Backpack', 'Bags', 'Outdoor', 5900, 11000),
  kind('Tote bag', 'Bags', 'Casual', 1900, 4000),
  kind('Head torch', 'Equipment', 'Camping', 2400, 6000),
  kind('Sleeping bag', 'Equipment', 'Camping', 7900, 22000),
  kind('Water bottle', 'Equipment', 'Accessories', 1400, 2600),
  kind('Sunglasses', 'Accessories', 'Summer', 3900, 12000),
  kind('Vitamin tablets', 'Pharmacy', 'Supplements', 900, 2400),
  kind('Blister plasters', 'Pharmacy', 'First aid', 500, 900),
] as const;

const colours = ['black', 'blue', 'green', 'grey', 'red', 'sand'];

/** How many products the shop has. */
const range = 1200;

/**
 * SQL for the products of an event as XDM has them, where `about` has a bit for each of the visit's products, `visit_key`
 * tells the visit, and `discount` is the share that is taken off. A few products are bought much more than the others.
 */
export function productItems(seed: number): string {
  const bits = `md5_number_lower(concat('${seed}:product:', visit_key, ':', slot))`;
  const product = `CAST(floor(${range} * power(CAST(${bits} % 1000000 AS DOUBLE) / 1000000, 2)) AS INTEGER)`;
  const slots = `list_filter(range(12), lambda slot: (about >> slot) & 1 = 1)`;
  const drawn = `list_transform(${slots}, lambda slot: {product: ${product}, bits: ${bits}})`;
  const withKind = `list_transform(${drawn}, lambda drawn: {
    product: drawn.product,
    kind: ${tableSql(kinds.map((each) => ({ ...each })))}[1 + drawn.product % ${kinds.length}],
    colour: [${colours.map((name) => `'${name}'`).join(', ')}][1 + (drawn.product // ${kinds.length}) % ${colours.length}],
    quantity: CASE WHEN (drawn.bits >> 24) % 10 = 0 THEN 2 + (drawn.bits >> 32) % 2 ELSE 1 END,
    size: (drawn.bits >> 40) % 6
  })`;
  const priced = `list_transform(${withKind}, lambda one: {
    one: one,
    price: round(one.quantity * (one.kind.least + (one.product * 7919) % one.kind.span) / 100, 2)
  })`;
  return `list_transform(${priced}, lambda item: ${itemSql})`;
}

const itemSql = `{
  SKU: concat('SKU-', lpad(CAST(item.one.product AS VARCHAR), 5, '0')),
  product: concat('https://shop.acme.example/p/', item.one.product),
  name: concat(item.one.kind.name, ', ', item.one.colour),
  productAddMethod: CASE WHEN eventType = 'commerce.productListAdds' THEN 'product page' END,
  currencyCode: currency,
  quantity: CAST(item.one.quantity AS BIGINT),
  priceTotal: round(item.price * (1 - discount), 2),
  discountAmount: CASE WHEN discount > 0 THEN round(item.price * discount, 2) END,
  productCategories: [{
    categoryID: lower(item.one.kind.category),
    categoryName: item.one.kind.category,
    categoryPath: concat(item.one.kind.department, '/', item.one.kind.category)
  }],
  selectedOptions: CASE WHEN item.one.kind.department IN ('Shoes', 'Clothing') THEN [
    {attribute: 'colour', value: item.one.colour},
    {attribute: 'size', value: ['XS', 'S', 'M', 'L', 'XL', 'XXL'][1 + CAST(item.one.size AS INTEGER)]}
  ] END
}`;

function kind(name: string, department: string, category: string, least: number, span: number) {
  return { name, department, category, least, span };
}
