/** The words of every sentence. Hyphens join words, and words start with a letter or a digit. */
export function sentences(text: string, language: string, country: string): readonly (readonly string[])[] {
  const locale = localeOf(language, country);
  const bySentence = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const byWord = new Intl.Segmenter(locale, { granularity: 'word' });
  // Only the end of a text or a blank line ends a sentence, not the end of a line.
  const lines = text.replace(/\r?\n|\r/g, ' ');
  return Array.from(bySentence.segment(lines), ({ segment }) => wordsOf(segment, byWord));
}

function wordsOf(sentence: string, byWord: Intl.Segmenter): readonly string[] {
  const words: string[] = [];
  let isJoined = false;
  for (const { segment, isWordLike } of byWord.segment(sentence)) {
    if (isWordLike && isJoined) words.push(`${words.pop() ?? ''}-${segment}`);
    else if (isWordLike) words.push(segment);
    isJoined = segment === '-' && words.length > 0;
  }
  return words;
}

function localeOf(language: string, country: string): string {
  const tag = language === '' ? 'en-US' : country === '' ? language : `${language}-${country}`;
  try {
    return Intl.Segmenter.supportedLocalesOf(tag)[0] ?? 'en-US';
  } catch {
    // Not the form of a language: Java takes its own instead.
    return 'en-US';
  }
}
