/** What is wrong with a rule, and where. */
export class PqlProblem extends Error {
  override readonly name = 'PqlProblem';

  constructor(what: string, offset: number) {
    super(`${what}, at character ${offset + 1} of the rule`);
  }
}
