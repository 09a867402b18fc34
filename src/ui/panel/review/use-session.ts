import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askReview } from '../../../platform/ask-review.ts';
import type { ActRequest, Refusal, Session, Where } from '../../../platform/review-requests.ts';
import { followReview } from '../../../platform/review-turn.ts';
import type { Scope } from '../../../review/queue.ts';
import type { Act } from '../../../review/state.ts';

/** Topic and service of the open page. */
export interface Here {
  topic: string | null;
  service: string | null;
}

/** Why the last thing was not stored, and how to try it again. */
export interface Fault {
  why: Refusal['refused'];
  retry: () => void;
}

/** Scopes from the narrowest to the widest, as far as the page has them. */
const scopesOf = ({ topic, service }: Here): Scope[] => [
  ...(topic === null ? [] : [{ kind: 'topic', topic } as const]),
  ...(service === null ? [] : [{ kind: 'service', service } as const]),
  { kind: 'all' },
];

/** Which state of a card was told; 0 where it has none. */
const versionOf = (card: string | null, session: Session | null): number =>
  session?.states.find(({ id }) => id === card)?.version ?? 0;

/**
 * A review session: what is asked, and what can be done. Whatever is answered is stored before anything else is shown.
 * @param here the page that is open; it decides the first scope, later only the counts
 * @param start the first scope, where it is chosen already
 */
export function useSession(here: Here, start: Scope | null) {
  const [session, setSession] = useState<Session | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  /** What was done since the session began, for progress and the end of it. */
  const [acts, setActs] = useState<Act[]>([]);
  const [scope, setScope] = useState<Scope | null>(start);
  const [continueAnyway, setContinueAnyway] = useState(false);
  const latest = useRef<{ where: Where; version: number; isBusy: boolean; isAnyChosen: boolean } | null>(
    null,
  );
  const whereIs = (wanted: Scope, shown: string | null = null): Where => ({
    scope: wanted,
    ...here,
    continueAnyway,
    first: shown,
  });
  const first = session?.queue.cards[0] ?? null;
  latest.current = scope && {
    where: whereIs(scope, first),
    version: versionOf(first, session),
    isBusy,
    isAnyChosen: session?.isAnyChosen ?? true,
  };

  /** Shows what was answered; what was refused stays as it is, with the reason. */
  const take = useCallback((answer: Session | Refusal, retry: () => void): answer is Session => {
    const told = 'refused' in answer ? answer.session : answer;
    if (told) setSession(told);
    const isLost = 'refused' in answer && answer.refused !== 'answered-elsewhere';
    setFault(isLost ? { why: answer.refused, retry } : null);
    return !('refused' in answer);
  }, []);
  const asked = useCallback(
    (ask: () => Promise<Session | Refusal>): Promise<Session | Refusal> =>
      ask().catch((): Refusal => ({ refused: 'storage-failed' })),
    [],
  );
  const show = useCallback(
    async (where: Where) => {
      const answer = await asked(() => askReview('session', where));
      take(answer, () => void show(where));
      return answer;
    },
    [asked, take],
  );

  // The narrowest scope in which something waits.
  useEffect(() => {
    if (scope) return;
    void (async () => {
      for (const wanted of scopesOf(here)) {
        const answer = await asked(() => askReview('session', whereIs(wanted)));
        if (!('refused' in answer) && !answer.queue.cards.length && wanted.kind !== 'all') continue;
        setScope(wanted);
        take(answer, () => void show(whereIs(wanted)));
        return;
      }
    })();
  }, [scope]);
  // Another page, or something that another surface did: the counts are others, the card that is shown stays. Only
  // one that was answered elsewhere gives way, to be asked when its turn comes.
  useEffect(() => {
    const again = async () => {
      if (!latest.current || latest.current.isBusy) return;
      const { where, version, isAnyChosen } = latest.current;
      const answer = await asked(() => askReview('session', where));
      // What was chosen first may be of this page.
      if (!('refused' in answer) && answer.isAnyChosen && !isAnyChosen) setScope(null);
      else if (!('refused' in answer) && versionOf(where.first, answer) !== version)
        await show({ ...where, first: null });
      else take(answer, () => void show(where));
    };
    void again();
    const ended = new AbortController();
    followReview(() => void again(), ended.signal);
    return () => ended.abort();
  }, [here.topic, here.service]);

  const send = async (request: ActRequest) => {
    setIsBusy(true);
    const answer = await asked(() => askReview('act', request));
    const isStored = take(answer, () => void send(request));
    if (isStored) setActs((done) => [...done, request.act]);
    setIsBusy(false);
  };
  const takeBack = async (where: Where) => {
    setIsBusy(true);
    const answer = await askReview('undo', where).catch((): Refusal => ({ refused: 'storage-failed' }));
    if ('refused' in answer) take(answer, () => void takeBack(where));
    else {
      take(answer.session, () => undefined);
      setActs((done) => done.slice(0, -1));
    }
    setIsBusy(false);
  };
  return {
    session,
    scope,
    fault,
    isBusy,
    grades: acts.flatMap((act) => (act.kind === 'grade' ? act.grade : [])),
    /** Stores an act on the first card. */
    act: (done: Act, revision: string, took: number) => {
      if (!first || !scope || isBusy) return;
      const version = versionOf(first, session);
      void send({
        id: crypto.randomUUID(),
        card: first,
        revision,
        act: done,
        version,
        took,
        where: whereIs(scope),
      });
    },
    undo: () => {
      if (scope && !isBusy && session?.undoable) void takeBack(whereIs(scope));
    },
    choose: (wanted: Scope) => {
      setScope(wanted);
      setActs([]);
      void show(whereIs(wanted));
    },
    goOn: () => {
      if (!scope) return;
      setContinueAnyway(true);
      void show({ ...whereIs(scope), continueAnyway: true });
    },
  };
}
