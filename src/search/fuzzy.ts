import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';

/** A word of the vocabulary that a mistyped one may mean, and how many letters differ. */
export interface Correction {
  word: string;
  distance: number;
}

/** Words of this length are worth correcting; shorter ones look like too many others. */
const shortest = 4;
const longest = 20;
const most = 5;

/** How many letters may differ in a word of a length. */
const allowed = (length: number) => (length <= 4 ? 1 : length <= 8 ? 2 : 3);

/** How many letters differ; two that changed places count as one. */
function differing(one: string, other: string): number {
  const letters = distance(one, other);
  return letters === 2 && isReordered(one, other) ? 1 : letters;
}

/**
 * Finds words that look like a mistyped one. Fuse compares; only words of about the same length that share one of
 * their first two letters are given to it, so that it answers within a frame.
 */
export function createFuzzy(vocabulary: string[]): (typed: string) => Correction[] {
  const byLetter = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < shortest - 1 || word.length > longest || !/^[a-z][a-z0-9]*$/.test(word)) continue;
    for (const letter of new Set(word.slice(0, 2))) {
      const words = byLetter.get(letter) ?? [];
      byLetter.set(letter, words);
      words.push(word);
    }
  }
  const answers = new Map<string, Correction[]>();
  const find = (typed: string): Correction[] => {
    if (typed.length < shortest || typed.length > longest) return [];
    const reach = allowed(typed.length);
    const near = new Set(
      [...new Set(typed.slice(0, 2))]
        .flatMap((letter) => byLetter.get(letter) ?? [])
        .filter((word) => Math.abs(word.length - typed.length) <= reach),
    );
    return new Fuse([...near], { threshold: 0.4, location: 0, distance: 40, includeScore: false })
      .search(typed, { limit: 40 })
      .map(({ item }) => ({ word: item, distance: differing(item, typed) }))
      .filter((found) => found.distance <= reach)
      .sort((a, b) => a.distance - b.distance)
      .filter((found, _, [nearest]) => found.distance === nearest?.distance)
      .slice(0, most);
  };
  return (typed) => {
    const answer = answers.get(typed) ?? find(typed);
    answers.set(typed, answer);
    return answer;
  };
}

/**
 * Finds names that differ from a typed one by one letter, or by the order of two.
 * @param names each with what stands for it
 */
export function createSimilar(names: [name: string, token: string][]): (typed: string) => string[] {
  const tokens = new Map(names);
  const corrections = createFuzzy([...tokens.keys()]);
  return (typed) =>
    corrections(typed)
      .filter(({ distance: letters }) => letters < 2)
      .flatMap(({ word }) => tokens.get(word) ?? []);
}

const lettersOf = (word: string) => word.split('').sort().join('');
const isReordered = (one: string, other: string) => lettersOf(one) === lettersOf(other);
