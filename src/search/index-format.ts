/** Where a word stands in an entry; fields are bits, so that one number tells all of them. */
export const fields = { title: 1, keywords: 2, text: 4, service: 8, topic: 16 } as const;
/** How many combinations of fields there are. */
export const fieldSpace = 32;
/** The fields of an entry itself, by the sign they are written with. Of several, the first alone is kept: it tells most. */
export const ownFields = { a: fields.title, b: fields.keywords, c: fields.text } as const;

/** The search index as it is stored: what can be computed from the entries before anybody types. */
export interface StoredIndex {
  /** Number of entries. */
  size: number;
  /** Every token, sorted, packed: see `packWords`. */
  words: string;
  /** By token, in the same order: the entries that have it in their own fields, packed. */
  entries: string;
  /** By token, in the same order, with a space between: a sign for the field in each of these entries. */
  fields: string;
  /** By topic, in the order of the entries: how many entries it has, and the numbers of the tokens in its title. */
  topics: [entries: number, ...tokens: number[]][];
  /** By service, in the order of the entries: how many entries it has, and the number of its token. */
  services: [entries: number, token: number][];
  /** Forms of words in stems with a space between, and the token that stands for all of them. */
  phrases: [form: string, token: string][];
  /** Words that often mean a service, in the same form. */
  aliases: [form: string, token: string][];
  /** Stems that are typed, and the tokens that are looked for as well, more weakly. */
  related: [typed: string, tokens: string[]][];
}

/** The token that stands for a service wherever one of its names does. */
export const serviceToken = (id: string) => `@${id}`;
