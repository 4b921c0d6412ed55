import type { Proposal } from '../completionItem';
import type { Place, Typing } from '../place';
import { rank } from '../rank';

const parameter = /(?<!\$)\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g;

/** A template's name is not behind a word, where `#` begins a comment. */
const template = /(?<![\w#])#[A-Za-z_]\w*/g;

/** Variables of the block, parameters of the file, models. */
export function* sessionProposals({
  place,
  file,
  before,
  model,
  range,
  prefix,
}: Typing): Generator<Proposal> {
  if (place.kind === 'snapshotId') {
    yield { label: "'HEAD'", kind: 'value', rank: rank.variable };
    yield { label: "'TAIL'", kind: 'value', rank: rank.variable };
  }
  if (place.kind === 'variable' || place.kind === 'snapshotId' || isOperand(place)) {
    const known = [...before.definitions(), ...model.definitions].filter((each) => each.kind === 'variable');
    for (const { name } of known) {
      if (!name.includes('completion_stands_here'))
        yield { label: name, kind: 'variable', rank: rank.variable };
    }
  }
  if (place.kind === 'parameter' || place.kind === 'snapshotId') {
    for (const match of file.tree.text.matchAll(parameter)) {
      if (match.index === range.start) continue;
      const name = match[1] ?? match[2] ?? '';
      const label = place.kind === 'parameter' && place.braced ? name : `$${name}`;
      if (name !== '' && label !== prefix) yield { label, kind: 'parameter', rank: rank.variable };
    }
  }
  if (place.kind === 'template') {
    for (const [label] of file.tree.text.matchAll(template)) {
      if (label !== prefix) yield { label, kind: 'parameter', rank: rank.variable };
    }
  }
  if (place.kind === 'defined') {
    for (const definition of before.definitions()) {
      if (definition.kind === place.of) yield { label: definition.name, kind: 'model', rank: rank.column };
    }
    for (const label of place.of === 'model' ? file.elsewhere.names('model') : [])
      yield { label, kind: 'model', rank: rank.elsewhere };
  }
}

function isOperand(place: Place): boolean {
  return place.kind === 'expression' && place.qualifier.length === 0 && !place.called;
}
