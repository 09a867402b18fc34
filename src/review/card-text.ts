import type { Formerly } from '../knowledge/catalog.ts';
import { monthText } from '../knowledge/limit-text.ts';
import { fingerprint } from './hash.ts';

/** Asks for today's statement beside the older one. The title of a note would tell the answer, so that of the topic. */
export const formerlyQuestion = (subject: string, { said }: Pick<Formerly, 'said'>): string =>
  `${subject}: exam material may say “${said}”. What does AWS document today?`;

/** Until when the older statement was true, where that is known. */
export const datedPoints = ({ until }: Pick<Formerly, 'until'>): string[] =>
  until ? [`The older statement was true until ${monthText(until)}.`] : [];

/** A fingerprint of facts, 8 hexadecimal digits. */
export const revisionOf = (...facts: (string | undefined)[]): string =>
  fingerprint(JSON.stringify(facts)).toString(16).padStart(8, '0');
