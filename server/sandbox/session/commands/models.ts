import { randomUUID } from 'node:crypto';
import { childOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf, textOf } from '../../../sql/tree';
import { readRequest, type ModelRequest } from '../../models/modelRequest';
import type { TrainedModel } from '../../models/trainedModel';
import { keepModel, modelId, modelVersions, removeModel, type ModelFacts } from '../../store/models';
import { namesOf, ownTokens, wholeNumber } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import type { OpenStatement } from '../openStatement';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { trainModel } from '../trainModel';
import { translateQuery } from './query';

/** CREATE MODEL m TRANSFORM (...) OPTIONS (...) AS query; with OR REPLACE the newest version is trained anew. */
export const openCreateModel: Opener = (session, command) => {
  const words = ownTokens(command.statement, command.node);
  const named = nameOfModel(command);
  const versionFor = (versions: readonly number[]): number | undefined => {
    const last = versions.at(-1);
    if (last === undefined || words.includes(T.REPLACE)) return last ?? 1;
    if (words.includes(T.IF)) return undefined;
    throw new SqlError(sqlStates.duplicateObject, 'Model already exists', {
      detail: named.name,
      offset: named.offset,
      hint: 'UPDATE MODEL makes its next version, CREATE OR REPLACE MODEL trains the newest one anew.',
    });
  };
  return Promise.resolve(openTraining(session, command, { tag: 'CREATE MODEL', versionFor }));
};

/** UPDATE MODEL m TRANSFORM (...) OPTIONS (...) AS query: the next version. */
export const openUpdateModel: Opener = (session, command) => {
  const named = nameOfModel(command);
  const versionFor = (versions: readonly number[]): number => {
    const last = versions.at(-1);
    if (last === undefined) throw modelNotFound(named);
    return last + 1;
  };
  return Promise.resolve(openTraining(session, command, { tag: 'UPDATE MODEL', versionFor }));
};

/** DROP MODEL (IF EXISTS)? m version?: one version, or all of them. */
export const openDropModel: Opener = (session, command) => {
  const { statement, node } = command;
  const named = nameOfModel(command);
  const versionNode = node.children.find(({ kind }) => kind !== NodeKind.QualifiedName);
  const mayMiss = ownTokens(statement, node).includes(T.IF);
  const drop = async (): Promise<string> => {
    await session.services.database.transaction(async (connection) => {
      const versions = await modelVersions(connection, named.name);
      const version = versionNode && Number(wholeNumber(statement, versionNode) ?? Number.NaN);
      const isThere = version === undefined ? versions.length > 0 : versions.includes(version);
      if (isThere) return await removeModel(connection, named.name, version);
      if (!mayMiss) throw versionNode ? versionNotFound(command, named, versionNode) : modelNotFound(named);
    });
    return 'DROP MODEL';
  };
  return Promise.resolve(openAction(() => locked(session, named, drop)));
};

interface NamedModel {
  readonly name: string;
  readonly offset: number;
}

function nameOfModel({ statement, node }: Command): NamedModel {
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  return { name: namesOf(statement, name).join('.'), offset: rangeOf(statement, name).start };
}

function modelNotFound({ name, offset }: NamedModel): SqlError {
  return new SqlError(sqlStates.undefinedObject, 'Model not found', {
    detail: name,
    offset,
    hint: 'SHOW MODELS lists the models that there are.',
  });
}

function versionNotFound({ statement }: Command, { name }: NamedModel, version: SyntaxNode): SqlError {
  return new SqlError(sqlStates.undefinedObject, 'Version of the model not found', {
    detail: `${name} ${textOf(statement, version)}`,
    offset: rangeOf(statement, version).start,
  });
}

/** Statements about one model follow one another; no table has such a name. */
async function locked<R>(session: Session, { name }: NamedModel, work: () => Promise<R>): Promise<R> {
  return await session.services.datasetLocks.withLock(`model ${name.toLowerCase()}`, work);
}

interface Training {
  readonly tag: string;
  /** The number that the version gets, by those that there are; `undefined` to leave the model as it is. */
  readonly versionFor: (versions: readonly number[]) => number | undefined;
}

function openTraining(session: Session, command: Command, { tag, versionFor }: Training): OpenStatement {
  const { statement, node, parameters } = command;
  const query = childOf(node, NodeKind.Query);
  if (!query) throw notSupported(statement, node, `${tag} without a query`);
  const named = nameOfModel(command);
  const request = readRequest(statement, node);
  const { database } = session.services;
  const train = async (signal: AbortSignal): Promise<string> => {
    const version = versionFor(await database.use((connection) => modelVersions(connection, named.name)));
    if (version === undefined) return tag;
    const rows = await translateQuery(session, statement, query);
    const trained = await trainModel(session, { request, rows, parameters, signal });
    const facts = factsOf(session, command, request, trained);
    await database.transaction(async (connection) => {
      const id = (await modelId(connection, named.name)) ?? randomUUID();
      await keepModel(connection, { id, name: named.name.toLowerCase(), version, trained }, facts);
    });
    return tag;
  };
  return openAction((signal) => locked(session, named, () => train(signal)));
}

function factsOf(
  session: Session,
  command: Command,
  { options, transform }: ModelRequest,
  { stages }: TrainedModel,
): ModelFacts {
  const { statement } = command;
  const columns = stages.flatMap(({ inputs }) =>
    inputs.flatMap((input) => (input.kind === 'column' ? [input.path.join('.')] : [])),
  );
  return {
    title: nameOfModel(command).name,
    source: sourceOf(command),
    options: JSON.stringify(options.given()),
    transform: transform ? textOf(statement, transform) : '',
    fields: [...new Set(columns)].join(', '),
    madeBy: session.user,
    at: Date.now(),
  };
}

/** The tables of the query. */
function sourceOf({ statement, node }: Command): string {
  const tables = [...descendants(node)].flatMap((each) => {
    const name = each.kind === NodeKind.TableRef ? childOf(each, NodeKind.QualifiedName) : undefined;
    return name ? [namesOf(statement, name).join('.')] : [];
  });
  return [...new Set(tables)].join(', ');
}
