import { fields, fieldSpace, ownFields, type StoredIndex } from './index-format.ts';
import { unpackLists } from './packed-lists.ts';

/** Entries that have a token, ascending: each times the number of field combinations, plus its fields. */
export type Postings = Uint32Array;

/** By token: what has it in a field of its own, or in what it shares with the entries of its topic and service. */
export function readPostings(index: StoredIndex): Postings[] {
  const signs = index.fields.split(' ');
  const lengths = signs.map(({ length }) => length);
  const postings: Postings[] = unpackLists(index.entries, lengths, index.size).map((entries, token) =>
    entries.map(
      (entry, at) => entry * fieldSpace + ownFields[(signs[token]?.[at] ?? 'c') as keyof typeof ownFields],
    ),
  );
  const shared = { topic: index.topics, service: index.services };
  for (const [field, runs] of Object.entries(shared))
    for (const [token, more] of sharedPostings(runs, fields[field as keyof typeof shared]))
      postings[token] = merged(postings[token] ?? [], more);
  return postings;
}

/** By token: the entries of every run that has it. */
function sharedPostings(runs: (readonly [entries: number, ...tokens: number[]])[], field: number) {
  const found = new Map<number, number[]>();
  let from = 0;
  for (const [length, ...tokens] of runs) {
    for (const token of tokens) {
      const list = found.get(token) ?? [];
      found.set(token, list);
      for (let entry = from; entry < from + length; entry += 1) list.push(entry * fieldSpace + field);
    }
    from += length;
  }
  return found;
}

/** Two lists as one; an entry of both has the fields of both. */
function merged(one: ArrayLike<number>, other: ArrayLike<number>): Postings {
  const both = new Uint32Array(one.length + other.length);
  let [length, a, b] = [0, 0, 0];
  while (a < one.length || b < other.length) {
    const [left, right] = [one[a] ?? Infinity, other[b] ?? Infinity];
    const isSame = Math.floor(left / fieldSpace) === Math.floor(right / fieldSpace);
    both[length] = isSame ? left | right : Math.min(left, right);
    length += 1;
    if (isSame || left < right) a += 1;
    if (isSame || right < left) b += 1;
  }
  return both.slice(0, length);
}
