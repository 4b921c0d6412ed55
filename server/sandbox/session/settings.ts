/** The settings of a session, under their names in lower case. */
export class SettingTable {
  readonly #values = new Map<string, { readonly name: string; readonly value: string }>();

  constructor(values: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(values)) this.set(name, value);
  }

  /** Names are compared without case. */
  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase())?.value;
  }

  set(name: string, value: string): void {
    const key = name.toLowerCase();
    this.#values.set(key, { name: this.#values.get(key)?.name ?? name, value });
  }

  isOn(name: string): boolean {
    return /^(true|on|1|yes)$/i.test(this.get(name) ?? '');
  }

  /** All settings by name. */
  list(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#values.values()].sort((left, right) =>
      left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1,
    );
  }
}

/** What the Platform reports about itself to every session; clients look at some of it. */
export const reportedSettings: Readonly<Record<string, string>> = {
  server_version: '0.1.0',
  server_encoding: 'UTF8',
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  TimeZone: 'UTC',
  integer_datetimes: 'on',
  standard_conforming_strings: 'on',
};

/** Settings that start with a value and are not reported. */
export const initialSettings: Readonly<Record<string, string>> = {
  lc_collate: 'C',
  lc_ctype: 'C',
  is_superuser: 'off',
  transaction_isolation: 'read committed',
  auto_to_json: 'false',
  drop_system_columns: 'true',
  skip_stats_for_complex_datatypes: 'true',
  resolve_fallback_snapshot_on_failure: 'false',
  aqp: 'false',
  advanced_statistics_show_hidden_fields: 'true',
};
