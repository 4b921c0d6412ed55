/** A schema, or a change to one, that cannot be; the message is written for people. */
export class SchemaProblem extends Error {
  override readonly name = 'SchemaProblem';
}
