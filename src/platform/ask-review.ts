import { browser } from './browser.ts';
import { ask } from './messages.ts';
import { reviewChannel, type ReviewRequests } from './review-requests.ts';

type Request = keyof ReviewRequests;
type Payload<Name extends Request> = Parameters<ReviewRequests[Name]>;
type Answer<Name extends Request> = ReturnType<ReviewRequests[Name]>;

/** How often something is asked where the background was stopped before it answered. */
const tries = 3;
/** Done twice these are something else than done once. */
const onceOnly = new Set<Request>(['undo']);

/**
 * Asks the background about review. The browser may stop the background at any moment: then it is asked again, which
 * is safe because an act that is stored already is not stored twice. Undoing is not asked again.
 * @throws Error where nobody answers at all
 */
export async function askReview<Name extends Request>(
  name: Name,
  ...payload: Payload<Name>
): Promise<Answer<Name>> {
  const post = (message: unknown) => browser.runtime.sendMessage(message);
  for (let left = onceOnly.has(name) ? 1 : tries; ; left -= 1) {
    try {
      return (await ask(post, reviewChannel, name, ...(payload as never))) as Answer<Name>;
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

/** Everything as the text of a backup file. */
export async function exportText(): Promise<string> {
  const parts: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const { part, next }: Answer<'export'> = await askReview('export', from);
    parts.push(part);
    from = next;
  }
  return parts.join('');
}

/** Characters of a file that are handed over at once. */
const partLength = 4_000_000;

/** Hands the text of a file over, to be previewed or imported. */
export async function handOver(text: string): Promise<Answer<'import-part'>> {
  for (let from = 0; from === 0 || from < text.length; from += partLength) {
    const done = await askReview('import-part', { from, text: text.slice(from, from + partLength) });
    if ('refused' in done) return done;
  }
  return { done: true };
}
