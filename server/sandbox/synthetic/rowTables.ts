import { quoted } from '../store/sqlText';

/** SQL for a list of structs, out of which rows are picked by their number. */
export function tableSql(rows: readonly Readonly<Record<string, string | number | boolean>>[]): string {
  const structs = rows.map((row) => {
    const fields = Object.entries(row).map(([name, value]) => `${name}: ${valueSql(value)}`);
    return `{${fields.join(', ')}}`;
  });
  return `[${structs.join(', ')}]`;
}

function valueSql(value: string | number | boolean): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}
