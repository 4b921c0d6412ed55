import { quoted } from '../../../analysis/names';
import { childrenOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { Fix } from '../diagnostic';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A column name that several tables of the query have.
 *
 * Why: the engine refuses to guess which one is meant.
 * What to do: put the table's alias before the name.
 *
 *     SELECT timestamp FROM web_events e JOIN purchases p ON e._id = p._id
 */
export const ambiguousColumn: Rule = { code: 'ambiguous-column', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const { node, names, resolution } of model.paths.values()) {
    if (resolution.status !== 'ambiguous') continue;
    const [first] = childrenOf(node, NodeKind.Name);
    const range = rangeOf(model.statement, first ?? node);
    const qualifiers = resolution.candidates.flatMap(({ source }) => source?.qualifier.at(-1) ?? []);
    const owners = [...new Set(qualifiers)];
    const fixes = owners.map((owner): Fix => {
      const edit = { range: { start: range.start, end: range.start }, text: `${quoted(owner)}.` };
      return { title: `Use ${owner}.${names[0] ?? ''}`, edits: [edit] };
    });
    const among = owners.length > 1 ? `: it is in ${owners.join(' and in ')}` : '';
    yield {
      range,
      message: `The column ${names[0] ?? ''} is ambiguous${among}`,
      fixes: owners.length > 1 ? fixes : [],
    };
  }
}
