/** The views of the panel, in the order of their tabs. */
export const views = ['page', 'limits', 'search', 'review', 'browse'] as const;
export type View = (typeof views)[number];

/** How the learner likes the panel. Stored as one record under `preferences`; the background alone writes it. */
export interface Preferences {
  version: 1;
  /** Whether the panel beside console pages is open. */
  open: boolean;
  side: 'left' | 'right';
  /** Panel width in CSS pixels, 280 to 640. */
  width: number;
  /** Pinned makes the page give way; otherwise the panel lies over it. */
  pinned: boolean;
  view: View;
  /** Where the handle sits along its edge, 0 (top) to 1 (bottom). */
  handleAt: number;
  /** Hosts where the offer of the browser's side panel was declined. */
  declinedHosts: string[];
  /** What was searched last, the newest first. */
  recent: string[];
}

/** Where storage.local keeps them, and where records that could not be read are kept aside. */
export const preferencesKey = 'preferences';
export const refusedKey = 'preferences-refused';

export const narrowest = 280;
export const widest = 640;

export const defaultPreferences: Preferences = {
  version: 1,
  open: false,
  side: 'right',
  width: 360,
  pinned: true,
  view: 'page',
  handleAt: 0.5,
  declinedHosts: [],
  recent: [],
};

/** More is no longer recent. */
const mostRecent = 5;

/** The recent searches after one more. */
export const withRecent = (recent: string[], query: string): string[] =>
  [query.trim(), ...recent.filter((other) => other !== query.trim())].filter(Boolean).slice(0, mostRecent);

const isTexts = (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === 'string');
const isBetween = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && value >= least && value <= most;

/** What each field must be to be believed. */
const isValid: { [Field in keyof Preferences]: (value: unknown) => boolean } = {
  version: (value) => value === 1,
  open: (value) => typeof value === 'boolean',
  side: (value) => value === 'left' || value === 'right',
  width: (value) => isBetween(value, narrowest, widest),
  pinned: (value) => typeof value === 'boolean',
  view: (value) => (views as readonly unknown[]).includes(value),
  handleAt: (value) => isBetween(value, 0, 1),
  declinedHosts: isTexts,
  recent: isTexts,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tells whether a value is a change to the preferences: known fields only, each of the right kind. */
export function isPreferenceChange(value: unknown): value is Partial<Preferences> {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([field, content]) => Object.hasOwn(isValid, field) && isValid[field as keyof Preferences](content),
    )
  );
}

/**
 * Reads stored preferences of any age.
 * @param stored what storage holds, or undefined at first start
 * @returns usable preferences, and what was found instead where it is corrupt or of a newer version (keep it aside)
 */
export function readPreferences(stored: unknown): { preferences: Preferences; refused?: unknown } {
  if (stored === undefined) return { preferences: defaultPreferences };
  const complete = isRecord(stored) ? { ...defaultPreferences, ...stored } : stored;
  if (isPreferenceChange(complete) && isRecord(stored) && stored.version === 1)
    return { preferences: complete as Preferences };
  return { preferences: defaultPreferences, refused: stored };
}
