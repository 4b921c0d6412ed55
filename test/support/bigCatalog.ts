import { quoted } from '../../server/analysis/names';
import { Random } from './random';

/** A field as the snapshot's JSON has it. */
interface JsonField {
  readonly name: string;
  readonly type: unknown;
  readonly [key: string]: unknown;
}

export interface BigCatalogSize {
  readonly datasets: number;
  /** Fields without fields of their own, in each data set. */
  readonly leaves: number;
}

/**
 * The text of a snapshot with data sets as deep as those of the Platform, in pieces. The same size and seed give the
 * same text on every machine.
 */
export function* bigCatalog({ datasets, leaves }: BigCatalogSize, seed = 1): Generator<string> {
  const random = new Random(seed);
  yield `{\n"version": 1, "sandbox": "dev", "tenant": "_acme", "takenAt": "2026-01-01T00:00:00Z",\n"datasets": [\n`;
  for (let at = 0; at < datasets; at++) {
    const separator = at === datasets - 1 ? '\n' : ',\n';
    yield JSON.stringify(bigDataset(random, at, leaves)) + separator;
  }
  yield ']}\n';
}

/** Names of the tables, in their order. */
export function bigTableName(at: number): string {
  const [area, kind] = [areas[at % areas.length], kinds[Math.floor(at / areas.length) % kinds.length]];
  return `${area}_${kind}_${at}`;
}

/** The paths of the leaves of a table in such a catalog, those below lists and maps left out. */
export function bigLeaves(size: BigCatalogSize, seed = 1): (table: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  const random = new Random(seed);
  for (let at = 0; at < size.datasets; at++) {
    const { columns } = bigDataset(random, at, size.leaves);
    found.set(
      bigTableName(at),
      columns.flatMap((column) => pathsOf(column)),
    );
  }
  return (table) => found.get(table) ?? [];
}

function pathsOf({ name, type }: JsonField): readonly string[] {
  if (typeof type === 'string') return [quoted(name)];
  const { struct } = type as { readonly struct?: readonly JsonField[] };
  return (struct ?? []).flatMap((field) => pathsOf(field).map((path) => `${quoted(name)}.${path}`));
}

const areas = ['web', 'mobile', 'store', 'email', 'loyalty', 'call_center', 'partner', 'advertising'];
const kinds = ['events', 'experience_events', 'sessions', 'interactions', 'profiles', 'scores', 'orders'];
const firsts =
  `page product order cart campaign email session device browser network location region store visit
  item offer coupon loyalty account contact person household consent channel message push search media video player
  chapter asset creative placement audience segment score model forecast delivery shipping billing payment refund
  return invoice price currency tax discount inventory brand category review rating survey journey step`.split(
    /\s+/,
  );
const seconds =
  `name id code type status value count total amount rate date time duration start end url path title
  language country version source medium group level rank position index key label owner reason state mode size
  width height depth color format vendor provider timestamp flag score hash token number list details`.split(
    /\s+/,
  );
const scalarTypes = ['string', 'string', 'string', 'long', 'int', 'double', 'boolean', 'timestamp', 'date'];
const labels = ['C1', 'C2', 'C5', 'C9', 'I1', 'I2', 'S1'];
const eventTypes = `advertising.clicks advertising.impressions application.launch commerce.productViews
  commerce.purchases commerce.checkouts directMarketing.emailOpened directMarketing.emailSent
  web.formFilledOut web.webinteraction.linkClicks web.webpagedetails.pageViews`.split(/\s+/);

const measure = { struct: [field('id', 'string'), field('value', 'double')] };

function field(name: string, type: unknown, more: Readonly<Record<string, unknown>> = {}): JsonField {
  return { name, type, ...more };
}

/** The field groups that real events share. */
const common: readonly JsonField[] = [
  field('_id', 'string', { title: 'Event id' }),
  field('timestamp', 'timestamp', { title: 'Timestamp' }),
  field('eventType', 'string', { title: 'Event type', enum: eventTypes }),
  field('web', {
    struct: [
      field('webPageDetails', {
        struct: [
          field('name', 'string', { title: 'Page name' }),
          field('URL', 'string'),
          field('siteSection', 'string'),
          field('isHomePage', 'boolean'),
          field('pageViews', measure),
        ],
      }),
      field('webInteraction', { struct: [field('URL', 'string'), field('linkClicks', measure)] }),
      field('webReferrer', { struct: [field('URL', 'string'), field('type', 'string')] }),
    ],
  }),
  field('commerce', {
    struct: [
      field('order', { struct: [field('purchaseID', 'string'), field('priceTotal', 'double')] }),
      field('purchases', measure),
      field('productViews', measure),
    ],
  }),
  field('productListItems', {
    array: { struct: [field('SKU', 'string'), field('quantity', 'long'), field('priceTotal', 'double')] },
  }),
  field('identityMap', {
    map: ['string', { array: { struct: [field('id', 'string'), field('primary', 'boolean')] } }],
  }),
];
const commonLeaves = common.reduce((sum, { type }) => sum + leavesOf(type), 0);

function bigDataset(random: Random, at: number, leaves: number) {
  const identity = { namespace: 'ECID', primary: true };
  const tenant = [field('user_id', 'string', { title: 'User id', labels: ['I1'], identity })];
  const own: JsonField[] = [];
  let left = leaves - commonLeaves - 1;
  while (left > 0) {
    const size = Math.min(left, 40 + random.below(120));
    const name = nameOf(random, own.length);
    own.push(field(name, { struct: fieldsOf(random, size, 0) }));
    left -= size;
  }
  const half = own.length >> 1;
  return {
    table: bigTableName(at),
    id: String(at).padStart(24, '5'),
    title: `${bigTableName(at).replaceAll('_', ' ')} of the shop`,
    kind: 'dataset',
    schema: {
      title: `${bigTableName(at)} schema`,
      id: `https://ns.adobe.com/acme/schemas/${at}`,
      class: 'experienceevent',
    },
    columns: [...common, ...own.slice(0, half), field('_acme', { struct: [...tenant, ...own.slice(half)] })],
  };
}

const deepest = 6;

function fieldsOf(random: Random, leaves: number, depth: number): readonly JsonField[] {
  const fields: JsonField[] = [];
  let left = leaves;
  while (left > 0) {
    const name = nameOf(random, fields.length);
    if (left > 4 && depth < deepest && random.chance(0.3)) {
      const size = Math.min(left, 3 + random.below(30));
      const struct = { struct: fieldsOf(random, size, depth + 1) };
      fields.push(field(name, random.chance(0.15) ? { array: struct } : struct));
      left -= size;
    } else {
      fields.push(leaf(random, name));
      left--;
    }
  }
  return fields;
}

function leaf(random: Random, name: string): JsonField {
  const title = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return field(name, random.pick(scalarTypes), {
    ...(random.chance(0.4) && { title }),
    ...(random.chance(0.06) && { description: `The ${title} as the source system reports it.` }),
    ...(random.chance(0.1) && { labels: [random.pick(labels)] }),
    ...(random.chance(0.02) && { enum: Array.from({ length: 6 }, (_, n) => `${random.pick(seconds)}${n}`) }),
  });
}

/** Unlike all before it in the same struct. */
function nameOf(random: Random, at: number): string {
  const second = random.pick(seconds);
  return `${random.pick(firsts)}${second.charAt(0).toUpperCase()}${second.slice(1)}${at > 20 ? at : ''}`;
}

function leavesOf(type: unknown): number {
  if (typeof type === 'string') return 1;
  const { struct, array, map } = type as {
    readonly struct?: readonly JsonField[];
    readonly array?: unknown;
    readonly map?: readonly unknown[];
  };
  if (struct) return struct.reduce((sum, each) => sum + leavesOf(each.type), 0);
  return array === undefined ? leavesOf(map?.[1]) : leavesOf(array);
}
