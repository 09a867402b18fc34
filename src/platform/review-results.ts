import type { Refusal, Where } from './review-requests.ts';

/** Where everything is reviewed, whatever page is open. */
export const everywhere: Where = {
  scope: { kind: 'all' },
  topic: null,
  service: null,
  continueAnyway: false,
  first: null,
};

/** Whether the store could not do what it was asked for. */
export const isRefused = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result;

/** What the store answered. @throws Error where it refused */
export function accepted<Result>(result: Result | Refusal): Result {
  if (isRefused(result)) throw new Error(result.refused);
  return result;
}
