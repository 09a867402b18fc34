import type { Word } from './words.ts';

/** Adds to each word of a known form the token that all forms of its meaning share. */
export type MarkPhrases = (words: Word[]) => Word[];

/** @param phrases forms in stems with a space between, each with its token */
export function createPhrases(phrases: [form: string, token: string][]): MarkPhrases {
  const byFirst = Map.groupBy(
    phrases.map(([form, token]) => ({ stems: form.split(' '), token })),
    ({ stems }) => stems[0] ?? '',
  );
  return (words) => {
    const added = words.map((): string[] => []);
    words.forEach(({ tokens }, at) => {
      for (const { stems, token } of tokens.flatMap((first) => byFirst.get(first) ?? [])) {
        if (!stems.every((stem, ahead) => words[at + ahead]?.tokens.includes(stem))) continue;
        for (let ahead = 0; ahead < stems.length; ahead += 1) added[at + ahead]?.push(token);
      }
    });
    return words.map((word, at) =>
      added[at]?.length ? { ...word, tokens: [...word.tokens, ...added[at]] } : word,
    );
  };
}
