/** Bodies of macros in the schema `spark` by their signatures. A macro stands behind those that it uses. */
export type Macros = Readonly<Record<string, string>>;
