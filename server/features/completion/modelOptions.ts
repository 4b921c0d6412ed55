import { findModelType, modelTypes, plainName } from '../../catalog/builtins/modelTypes';
import type { ModelOption } from '../../catalog/builtins/modelOptions';
import { modelOptionDocument, modelTypeDocument } from '../render/modelDocument';
import type { Proposal } from './completionItem';
import { rank } from './rank';

/** The options that a model of a type takes and that are not given yet; of any type where it is not told. */
export function* modelOptionProposals(given: ReadonlyMap<string, string>): Generator<Proposal> {
  const names = new Map([...given].map(([name, value]) => [plainName(name), value]));
  const type = findModelType(names.get('modeltype') ?? names.get('type') ?? '');
  if (!names.has('modeltype') && !names.has('type')) {
    yield {
      label: 'MODEL_TYPE',
      insert: 'MODEL_TYPE=',
      snippet: `MODEL_TYPE='\${1|${modelTypes.map(({ name }) => name).join(',')}|}'`,
      kind: 'option',
      // Its value decides about the others.
      rank: rank.value,
    };
  }
  for (const option of type?.options ?? anyOptions) {
    if (names.has(plainName(option.name))) continue;
    yield {
      label: option.name,
      insert: `${option.name}=`,
      snippet: `${option.name}=${placeOf(option)}`,
      kind: 'option',
      detail: option.initial ?? option.kind,
      rank: rank.column,
      document: () => modelOptionDocument(option),
    };
  }
}

/** The values that an option of a model takes; `undefined` for those that no list has. */
export function modelValueProposals(
  name: string,
  given: ReadonlyMap<string, string>,
): readonly Proposal[] | undefined {
  if (['modeltype', 'type'].includes(plainName(name)))
    return modelTypes.map((type, at) => ({
      label: type.name,
      kind: 'value',
      detail: type.task,
      // The usual ones first.
      rank: rank.value + at / modelTypes.length,
      document: () => modelTypeDocument(type),
    }));
  const type = findModelType(given.get('MODEL_TYPE') ?? given.get('TYPE') ?? '');
  const option = (type?.options ?? anyOptions).find((each) => plainName(each.name) === plainName(name));
  const values = option?.kind === 'boolean' ? ['true', 'false'] : option?.values;
  return values?.map((label) => ({ label, kind: 'value', rank: rank.value }));
}

/** Whether the value of an option is a column of the query. */
export function isColumnOption(name: string): boolean {
  return anyOptions.some((option) => option.kind === 'column' && plainName(option.name) === plainName(name));
}

/** Each option once, as the first type has it. */
const anyOptions: readonly ModelOption[] = [
  ...new Map(
    modelTypes.flatMap(({ options }) => options.map((option) => [option.name, option] as const)).reverse(),
  ).values(),
].reverse();

function placeOf({ kind, initial, values }: ModelOption): string {
  if (kind === 'boolean') return initial === 'false' ? '${1|true,false|}' : '${1|false,true|}';
  if (values) return `'\${1|${values.join(',')}|}'`;
  if (kind === 'column') return `'\${1:column}'`;
  if (kind === 'text') return `'\${1:${initial ?? 'text'}}'`;
  return `\${1:${initial ?? '42'}}`;
}
