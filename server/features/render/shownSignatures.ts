export interface SignatureHelp {
  readonly signatures: readonly {
    readonly label: string;
    /** Where each parameter stands in the label. */
    readonly parameters: readonly (readonly [start: number, end: number])[];
    readonly markdown: string;
  }[];
  readonly activeSignature: number;
  readonly activeParameter: number;
}
