export interface FormatOptions {
  /** How keywords are written; names are never changed. */
  readonly keywordCase: 'upper' | 'lower' | 'preserve';
  /** Columns that a line should keep to. */
  readonly width: number;
  /** Spaces of one level. */
  readonly indent: number;
  /** Where the comma of a broken list stands: at the end of a line, or at the start of the next. */
  readonly commas: 'trailing' | 'leading';
}

export const defaultFormatOptions: FormatOptions = {
  keywordCase: 'upper',
  width: 100,
  indent: 2,
  commas: 'trailing',
};
