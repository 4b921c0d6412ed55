import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { parseStatement } from '../../../sql/parse';
import { rangeOf, textOf, type Statement } from '../../../sql/tree';
import type { Opener, OpenNested } from '../command';
import { openAction } from '../openAction';
import type { OpenStatement } from '../openStatement';
import type { Session } from '../session';
import { SqlError } from '../sqlError';
import { substituteVariables } from './substituteVariables';
import { Variables, variableValue } from './variables';
import { startOf, type StartedStatement } from './startedStatement';

/**
 * $$ BEGIN ... END $$: statement after statement, up to the first that fails; a handler then takes over. The block
 * gives the rows of the last query in it. It runs when it is opened, as only then it is known which that is.
 */
export function openBlock(openNested: OpenNested): Opener {
  return async (session, { statement, node, signal }) => {
    const run = new BlockRun(session, statement, openNested, signal);
    try {
      await run.block(node, new Variables());
      return run.result();
    } catch (error) {
      await run.discard();
      throw error;
    }
  };
}

class BlockRun {
  readonly #session: Session;
  readonly #statement: Statement;
  readonly #openNested: OpenNested;
  readonly #signal: AbortSignal;
  #last: StartedStatement | undefined;

  constructor(session: Session, statement: Statement, openNested: OpenNested, signal: AbortSignal) {
    this.#session = session;
    this.#statement = statement;
    this.#openNested = openNested;
    this.#signal = signal;
  }

  async block(node: SyntaxNode, variables: Variables): Promise<void> {
    const handler = childOf(node, NodeKind.ExceptionHandler);
    try {
      await this.#statements(childrenOf(node, NodeKind.BlockStatement), variables);
    } catch (error) {
      // A cancelled block is over, whatever handler it has.
      if (!handler || !(error instanceof SqlError) || this.#signal.aborted) throw error;
      await this.#statements(childrenOf(handler, NodeKind.BlockStatement), variables);
    }
  }

  /** What the block gives: the statement that ran last. */
  result(): OpenStatement {
    return this.#last?.rest() ?? openAction(() => Promise.resolve('BEGIN'));
  }

  async discard(): Promise<void> {
    await this.#last?.close();
    this.#last = undefined;
  }

  async #statements(nodes: readonly SyntaxNode[], variables: Variables): Promise<void> {
    for (const { children } of nodes) {
      if (children[0]) await this.#one(children[0], variables);
    }
  }

  async #one(node: SyntaxNode, variables: Variables): Promise<void> {
    const variable = node.kind === NodeKind.Set ? childOf(node, NodeKind.Variable) : undefined;
    if (node.kind === NodeKind.Block) await this.block(node, new Variables(variables));
    else if (node.kind === NodeKind.If) await this.#if(node, variables);
    else if (variable) await this.#assign(node, variable, variables);
    else await this.#run(node, variables);
  }

  async #run(node: SyntaxNode, variables: Variables): Promise<void> {
    await this.discard();
    this.#last = await this.#start(node, variables, '');
  }

  /** SET @name = query | expression: the first value of the first row. */
  async #assign(node: SyntaxNode, variable: SyntaxNode, variables: Variables): Promise<void> {
    const value = node.children.find((child) => child !== variable);
    if (!value) return;
    variables.set(textOf(this.#statement, variable), await this.#value(value, variables));
  }

  async #if(node: SyntaxNode, variables: Variables): Promise<void> {
    const branches = node.children.filter(
      ({ kind }) => kind === NodeKind.ElseIf || kind === NodeKind.ElseBranch,
    );
    for (const branch of [node, ...branches]) {
      const [condition] = branch.children;
      const applies =
        branch.kind === NodeKind.ElseBranch || (condition && (await this.#isTrue(condition, variables)));
      if (applies) return await this.#statements(childrenOf(branch, NodeKind.BlockStatement), variables);
    }
  }

  async #isTrue(condition: SyntaxNode, variables: Variables): Promise<boolean> {
    return (await this.#value(condition, variables)).text === 'true';
  }

  async #value(node: SyntaxNode, variables: Variables): Promise<ReturnType<typeof variableValue>> {
    const isQuery = node.kind === NodeKind.Query;
    const started = await this.#start(node, variables, isQuery ? '' : 'SELECT ');
    try {
      const type = started.columns?.[0]?.type;
      return type ? variableValue(started.firstValue ?? null, type) : { text: 'NULL', literal: 'NULL' };
    } finally {
      await started.close();
    }
  }

  /** Runs a statement up to its first rows. Offsets of its errors are moved to where it stands in the block. */
  async #start(node: SyntaxNode, variables: Variables, prefix: string): Promise<StartedStatement> {
    const { sql, sourceOffset } = substituteVariables(this.#statement, node, variables);
    const nested = parseStatement(prefix + sql);
    try {
      return await startOf(await this.#openNested(this.#session, nested, this.#signal), this.#signal);
    } catch (error) {
      if (!(error instanceof SqlError) || error.offset === undefined) throw error;
      const offset =
        error.offset < prefix.length
          ? rangeOf(this.#statement, node).start
          : sourceOffset(error.offset - prefix.length);
      throw error.shiftedBy(offset - error.offset);
    }
  }
}
