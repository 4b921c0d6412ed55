import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

const parameter = /(?<!\$)\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g;

/** Variables of the block, parameters of the file, models. */
export function* sessionProposals({ place, file, before, model, range }: Typing): Generator<Proposal> {
  if (place.kind === 'variable') {
    const known = [...before.definitions(), ...model.definitions].filter((each) => each.kind === 'variable');
    for (const { name } of known) {
      if (!name.includes('completion_stands_here'))
        yield { label: name, kind: 'variable', rank: rank.variable };
    }
  }
  if (place.kind === 'parameter') {
    for (const match of file.tree.text.matchAll(parameter)) {
      if (match.index === range.start) continue;
      yield { label: `$${match[1] ?? match[2] ?? ''}`, kind: 'parameter', rank: rank.variable };
    }
  }
  if (place.kind === 'model') {
    for (const definition of before.definitions()) {
      if (definition.kind === 'model') yield { label: definition.name, kind: 'model', rank: rank.column };
    }
  }
}
