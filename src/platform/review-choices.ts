import { shapes } from '../review/stored.ts';
import { type Chosen, defaultSettings, nothingChosen, type ReviewSettings } from '../review/state.ts';

/** Where `storage.local` keeps what is chosen and how to review. */
export const choicesKeys = { chosen: 'review-chosen', settings: 'review-settings' } as const;

/** What is needed of one of the browser’s storage areas. Not called `storage`: WXT takes that for its own and bundles it. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface Choices {
  chosen: Chosen;
  settings: ReviewSettings;
}

/** What was stored, or the default where nothing was or where it cannot be read. A field that is new has its default. */
function readChoice<Choice extends object>(
  stored: unknown,
  preset: Choice,
  faultIn: (value: unknown, path: string) => string | null,
): { choice: Choice; isRefused: boolean } {
  if (stored === undefined) return { choice: preset, isRefused: false };
  const complete: unknown = typeof stored === 'object' && stored !== null ? { ...preset, ...stored } : stored;
  return faultIn(complete, '')
    ? { choice: preset, isRefused: true }
    : { choice: complete as Choice, isRefused: false };
}

/** Reads both. What cannot be read is kept aside under its own key, so that nothing is lost by writing over it. */
export async function readChoices(area: Area): Promise<Choices> {
  const stored = await area.get(Object.values(choicesKeys));
  const chosen = readChoice(stored[choicesKeys.chosen], nothingChosen, shapes.chosen);
  const settings = readChoice(stored[choicesKeys.settings], defaultSettings, shapes.settings);
  const aside = Object.entries({ chosen, settings })
    .filter(([, { isRefused }]) => isRefused)
    .map(([name]) => choicesKeys[name as keyof typeof choicesKeys]);
  if (aside.length) await area.set(Object.fromEntries(aside.map((key) => [`${key}-refused`, stored[key]])));
  return { chosen: chosen.choice, settings: settings.choice };
}

/** Writes what is given of the two. */
export const writeChoices = (area: Area, { chosen, settings }: Partial<Choices>): Promise<void> =>
  area.set({
    ...(chosen && { [choicesKeys.chosen]: chosen }),
    ...(settings && { [choicesKeys.settings]: settings }),
  });
