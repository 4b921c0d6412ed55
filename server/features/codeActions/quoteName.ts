import type { ActionContext, CodeAction } from './codeAction';
import { editIn } from './codeAction';
import { changedStatement, countErrors } from './changedStatement';

/** A word of the language where a name is expected, in quotes: offered where that leaves fewer mistakes. */
export function* quoteName(context: ActionContext): Generator<CodeAction> {
  const { placed, touched } = context;
  for (const diagnostic of touched) {
    const start = diagnostic.range.start - placed.offset;
    const word = placed.statement.text.slice(start, diagnostic.range.end - placed.offset);
    if (diagnostic.code !== 'syntax' || !/^[A-Za-z]\w*$/.test(word)) continue;
    const edits = [editIn(placed, start, start + word.length, `\`${word}\``)];
    if (countErrors(changedStatement(context, edits)) >= countErrors(placed.model)) continue;
    yield { title: `Write \`${word}\` as a name`, kind: 'quickfix', edits, diagnostic };
  }
}
