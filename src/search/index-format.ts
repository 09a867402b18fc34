/** Where a word stands in an entry; fields are bits, so that one number tells all of them. */
export const fields = { title: 1, keywords: 2, text: 4, service: 8, topic: 16 } as const;
/** How many combinations of fields there are. */
export const fieldSpace = 32;
/** Combinations of fields are written as one sign each, beginning here. */
export const firstFieldSign = 48;

/** The search index as it is stored: what can be computed from the entries before anybody types. */
export interface StoredIndex {
  /** Number of entries. */
  size: number;
  /** Every token, sorted, with a space between. */
  words: string;
  /** By token, in the same order, with a space between: how far each entry is from the one before, as VLQ. */
  entries: string;
  /** By token, in the same order, with a space between: a sign for the fields in each of these entries. */
  fields: string;
  /** Forms of words in stems with a space between, and the token that stands for all of them. */
  phrases: [form: string, token: string][];
  /** Words that often mean a service, in the same form. */
  aliases: [form: string, token: string][];
  /** Stems that are typed, and the tokens that are looked for as well, more weakly. */
  related: [typed: string, tokens: string[]][];
}

/** The token that stands for a service wherever one of its names does. */
export const serviceToken = (id: string) => `@${id}`;
