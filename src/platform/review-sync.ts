import { fingerprint } from '../review/hash.ts';
import { isRecord } from '../review/shape.ts';
import { defaultSettings, type ReviewSettings } from '../review/state.ts';
import { shapes } from '../review/stored.ts';
import type { Choices, Area } from './review-choices.ts';

/** What travels between the browsers of one person: how to review, and which sets are on. Answers do not. */
interface Travelling {
  version: 1;
  settings: ReviewSettings;
  sets: string[];
}

/** Where it is told how many pieces there are, and the fingerprint of them all. */
const head = 'review-sync';
/** `storage.sync` takes 8,192 bytes an item, its key included; ids are ASCII, and JSON escapes quotation marks. */
const pieceLength = 4_000;
/** It takes 102,400 bytes in all; other things want to travel, too. */
const mostPieces = 10;

const pieceKeys = Array.from({ length: mostPieces }, (_, at) => `${head}-${at}`);

/**
 * Hands settings and sets to the other browsers of the same person, if they are few enough.
 * @returns whether they travel
 */
export async function sendChoices(sync: Area, { settings, chosen }: Choices): Promise<boolean> {
  const text = JSON.stringify({ version: 1, settings, sets: chosen.sets } satisfies Travelling);
  const count = Math.ceil(text.length / pieceLength);
  if (count > mostPieces) return false;
  const pieces = pieceKeys.map((key, at): [string, string] => [
    key,
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  ]);
  await sync.set({
    [head]: { count, fingerprint: fingerprint(text) },
    ...Object.fromEntries(pieces.slice(0, count)),
  });
  return true;
}

/** What another browser has sent, or null where it is nothing, incomplete, or of a newer version. */
export async function receivedChoices(sync: Area): Promise<Pick<Travelling, 'settings' | 'sets'> | null> {
  const stored = await sync.get([head, ...pieceKeys]);
  const announced = stored[head];
  if (!isRecord(announced) || typeof announced.count !== 'number') return null;
  const text = pieceKeys
    .slice(0, announced.count)
    .map((key) => stored[key])
    .join('');
  // Pieces of two versions, while one is on its way.
  if (fingerprint(text) !== announced.fingerprint) return null;
  try {
    const { version, settings, sets } = JSON.parse(text) as Partial<Travelling>;
    const complete = { ...defaultSettings, ...settings };
    const isSound =
      version === 1 && !shapes.settings(complete, '') && Array.isArray(sets) && sets.every(isFilled);
    return isSound ? { settings: complete, sets } : null;
  } catch {
    // Nothing of ours.
    return null;
  }
}

const isFilled = (id: unknown) => typeof id === 'string' && id !== '';
