import { z } from 'zod';
import { transformer } from './transformer';
import { wholeFrom } from './parameters';
import { englishStopWords } from './englishStopWords';
import { textsSql } from './sql';

const texts = ['texts'] as const;
const nothing = z.object({});

/** tokenizer(text): lower case, cut at every blank; there is none behind the last word. */
export const tokenizer = transformer({
  takes: [['text']],
  state: nothing,
  read: () => ({}),
  make: (_state, { sql }) => ({ sql: `spark.tokens(${sql})`, shape: { kind: 'texts' } }),
});

/** ngram(words, n): each n words that follow one another, joined by blanks. */
export const ngram = transformer({
  takes: [texts],
  state: z.object({ n: z.number() }),
  read: (parameters) => ({ n: parameters.number(0, 'n', 2, wholeFrom(1)) }),
  make: ({ n }, { sql }) => ({
    sql: `CASE WHEN ${sql} IS NOT NULL THEN list_transform(range(1, len(${sql}) - ${n - 2}),
      lambda place: array_to_string(list_slice(${sql}, place, place + ${n - 1}), ' ')) END`,
    shape: { kind: 'texts' },
  }),
});

/** stop_words_remover(words, array(word, ...)): words of the list go, without case. */
export const stopWordsRemover = transformer({
  takes: [texts],
  state: z.object({ words: z.array(z.string()).optional() }),
  read: (parameters) => {
    const words = parameters.texts(0, 'stopWords');
    return words ? { words: [...words] } : {};
  },
  make: ({ words }, { sql }) => {
    const removed = (words ?? englishStopWords).map((word) => word.toLowerCase());
    return {
      sql: `list_filter(${sql}, lambda word: word IS NULL OR NOT list_contains(${textsSql(removed)}, lower(word)))`,
      shape: { kind: 'texts' },
    };
  },
});
