import * as vscode from 'vscode';
import { substituteParameters } from '../../server/protocol/queryParameters';
import { CancelledError } from '../base/errors';

/** SQL with values in the place of its `$name` parameters. */
export interface FilledQuery {
  readonly sql: string;
  /** From an offset into `sql` to one into the text as it stands in the editor. */
  readonly toOriginal: (offset: number) => number;
}

const stateKey = 'featureSql.parameterValues';

/** Asks for the values of a query's parameters, and proposes what was given the last time in this workspace. */
export class ParameterValues {
  constructor(private readonly state: vscode.Memento) {}

  async fill(sql: string): Promise<FilledQuery> {
    const values = new Map<string, string>();
    for (;;) {
      const filled = substituteParameters(sql, values);
      if (filled.status === 'done') return filled;
      for (const [index, name] of filled.names.entries()) {
        values.set(name, await this.ask(name, index + 1, filled.names.length));
      }
    }
  }

  private async ask(name: string, number: number, count: number): Promise<string> {
    const last = this.state.get<Readonly<Record<string, string>>>(stateKey, {});
    const value = await vscode.window.showInputBox({
      title: `Value of $${name}${count > 1 ? ` (${number} of ${count})` : ''}`,
      prompt: 'Put into the query as text, without quotes around it.',
      value: last[name] ?? '',
      ignoreFocusOut: true,
    });
    if (value === undefined) throw new CancelledError();
    await this.state.update(stateKey, { ...last, [name]: value });
    return value;
  }
}
