import { callTemplates, fill, type CallTemplate, type Slot } from '../callTemplate';

/** Calls whose arguments are columns, with a row for each value of an argument and one of nulls. */
export function columnRows(templates: string): readonly string[] {
  return callTemplates(templates).flatMap((template) => columnQuery(template) ?? []);
}

const constant = 'c';
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

/** `undefined` where no argument may be a column. */
function columnQuery(template: CallTemplate): string | undefined {
  const columns = template.slots
    .filter((slot) => slot.class !== constant)
    .map((slot, index) => ({ slot, name: names[index] ?? `x${index}`, values: alikeValues(slot) }));
  if (columns.length === 0) return undefined;
  const args = template.slots.map(
    (slot) => columns.find((column) => column.slot === slot)?.name ?? (slot.values[0] as string),
  );
  const height = Math.max(...columns.map(({ values }) => values.length));
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map(({ values }) => values[row % values.length] as string),
  );
  const nulls = columns.map(() => 'NULL');
  const list = [...rows, nulls].map((row) => `(${row.join(', ')})`).join(', ');
  const header = columns.map(({ name }) => name).join(', ');
  return `SELECT ${header}, ${fill(template, args)} AS v FROM VALUES ${list} AS t(${header})`;
}

/** The values of an argument that have the type of the usual one. */
function alikeValues({ values }: Slot): readonly string[] {
  const [first = 'NULL'] = values;
  return values.filter((value) => kindOf(value) === kindOf(first));
}

/** A literal is told by its suffix and its opening, a call by its name. */
function kindOf(value: string): string {
  if (/^-?\d+$/.test(value)) return 'int';
  const number = /^-?[\d.]+(?:e\d+)?([A-Z]*)$/i.exec(value);
  return number ? `number ${number[1] ?? ''}` : (/^'|^\w+/.exec(value)?.[0] ?? value);
}
