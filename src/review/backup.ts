import { migrate, migrations, newestVersion, type Migrations } from './migrations.ts';
import { isRecord } from './shape.ts';
import { faultInStored, type Stored } from './stored.ts';

/** A backup file: everything stored, as one JSON record. */
interface BackupFile {
  format: typeof format;
  version: number;
  /** Epoch milliseconds. */
  made: number;
  /** `sha256:` and the hexadecimal SHA-256 of the canonical JSON of `data`: keys sorted, no spaces, UTF-8. */
  checksum: string;
  data: Stored;
}

const format = 'sidecar-review';

/** The longest backup that is read, in characters (about as many bytes): ask for a file's size before reading it. */
export const longestBackup = 100_000_000;

/** JSON that is the same however the keys of its records are ordered. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

async function checksumOf(data: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(data)));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return `sha256:${hex.join('')}`;
}

/**
 * Writes everything stored as a backup file.
 * @param made epoch milliseconds, now
 * @returns one line of JSON; `readBackup` gives the same content back, in this and every later version
 */
export async function writeBackup(stored: Stored, made: number): Promise<string> {
  const file: BackupFile = {
    format,
    version: newestVersion(),
    made,
    checksum: await checksumOf(stored),
    data: stored,
  };
  return JSON.stringify(file);
}

/** What a backup file held, or a sentence or two that say why it is not used, where the fault is and what to do. */
export type ReadBackup = { stored: Stored; made: number } | { refused: string };

const anotherCopy = 'Take another copy of the file or an older backup.';
const otherFile = 'Choose a file that Sidecar exported.';

/** Whether a list or record is still open at the end: the sign of a file that was cut off. */
function isCutOff(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString && sign === '\\') at += 1;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return depth > 0;
}

function parsed(text: string): { value: unknown } | { refused: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    if (!text.startsWith('{'))
      return { refused: `This is not a Sidecar backup: it is not JSON. ${otherFile}` };
    return {
      refused: isCutOff(text)
        ? `This file stops in the middle, after ${text.length} characters: it was not completely written or downloaded. ${anotherCopy}`
        : `This file is damaged: it is no longer JSON. ${anotherCopy}`,
    };
  }
}

/** What is wrong with the frame around the data, or null. */
function faultInFrame(file: unknown, newest: number): string | null {
  if (!isRecord(file) || file.format !== format)
    return `This is JSON, but not a Sidecar backup: its "format" is not "${format}". ${otherFile}`;
  const { version, made, checksum } = file;
  if (!Number.isInteger(version) || Number(version) < 1)
    return `This backup is damaged: "version" must be a whole number of 1 or more. ${anotherCopy}`;
  if (Number(version) > newest)
    return `This backup was made by a newer Sidecar (version ${String(version)} of the file; this one reads up to ${newest}). Update Sidecar, then import it again.`;
  if (!Number.isFinite(made) || Number(made) < 0)
    return `This backup is damaged: "made" must be a time in milliseconds. ${anotherCopy}`;
  if (typeof checksum !== 'string' || !isRecord(file.data))
    return `This backup is damaged: its "${typeof checksum === 'string' ? 'data' : 'checksum'}" is missing. ${anotherCopy}`;
  return null;
}

function migrated(version: number, data: unknown, steps: Migrations): ReturnType<typeof parsed> {
  const unusable = (why: string) => ({
    refused: `The content of this backup cannot be used: ${why}. It was not made by Sidecar, or by a faulty version: take an older backup.`,
  });
  try {
    const value = migrate(version, data, steps);
    const fault = faultInStored(value);
    return fault ? unusable(fault) : { value };
  } catch {
    return unusable(`it does not have the shape of version ${version}`);
  }
}

/**
 * Reads a backup file of this or an earlier version. All of it is read, or nothing.
 * @param text what the file holds, whatever that is
 * @param steps other migrations, for tests
 * @returns never rejects
 */
export async function readBackup(text: string, steps: Migrations = migrations): Promise<ReadBackup> {
  if (text.length > longestBackup)
    return {
      refused: `This file has ${Math.ceil(text.length / 1e6)} MB; Sidecar reads backups of up to ${longestBackup / 1e6} MB. ${otherFile}`,
    };
  const content = text.trim();
  if (!content) return { refused: `This file is empty. ${anotherCopy}` };
  const json = parsed(content);
  if ('refused' in json) return json;
  const fault = faultInFrame(json.value, newestVersion(steps));
  if (fault) return { refused: fault };
  const file = json.value as BackupFile;
  // What is nested too deeply to be written has no checksum; nothing of ours is.
  if (file.checksum !== (await checksumOf(file.data).catch(() => null)))
    return {
      refused: `This backup was changed after it was made, or damaged: its content does not fit its checksum. ${anotherCopy}`,
    };
  const data = migrated(file.version, file.data, steps);
  return 'refused' in data ? data : { stored: data.value as Stored, made: file.made };
}
