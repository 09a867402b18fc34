import { isFiller, type Word } from './words.ts';

/**
 * Tells how much of a query stands in a title as it was typed: side by side and in the same order.
 * @param meant for each word of the query, in its order, the tokens that it may mean
 * @returns the share of neighbours in the query that are neighbours in the title, 0 to 1
 */
export function sideBySide(meant: Set<string>[], title: Word[]): number {
  if (meant.length < 2) return 0;
  const telling = title.filter((word) => !isFiller(word));
  const stands = (at: number, tokens: Set<string> | undefined) =>
    telling[at]?.tokens.some((token) => tokens?.has(token)) ?? false;
  const pairs = meant
    .slice(1)
    .filter((next, before) => telling.some((_, at) => stands(at, meant[before]) && stands(at + 1, next)));
  return pairs.length / (meant.length - 1);
}
