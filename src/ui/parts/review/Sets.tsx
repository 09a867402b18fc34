import { useMemo, useState } from 'preact/hooks';
import type { ServiceSummary } from '../../../knowledge/catalog.ts';
import type { Done } from '../../../platform/review-requests.ts';
import { proposedSet, withSet } from '../../../review/chosen.ts';
import type { Chosen, Deck } from '../../../review/state.ts';
import { Alert } from '../Alert.tsx';
import { Icon } from '../Icon.tsx';
import { countText, numberText } from './count-text.ts';
import { countDecks, countServices, matching, sum } from './set-counts.ts';
import { ExamSet } from './ExamSet.tsx';
import { ServiceRow } from './SetRow.tsx';
import { useAhead } from './use-ahead.ts';
import { ViewHead } from './ViewHead.tsx';

export interface SetsProps {
  services: ServiceSummary[];
  /** What is stored as chosen; a new object when it has changed. */
  chosen: Chosen;
  decks: Deck[];
  /** The exam learned for: `DVA-C02`. */
  examCode: string;
  onSets: (sets: string[], on: boolean) => Promise<Done>;
  onBack: () => void;
}

/** What is in review: the exam's set, whole services and topics, each switched on or off at once. */
export function Sets({ services, chosen, decks, examCode, onSets, onBack }: SetsProps) {
  const [words, setWords] = useState('');
  const { shown, send, status, refused } = useAhead<Chosen, { sets: string[]; on: boolean }>(
    chosen,
    (value, { sets, on }) => sets.reduce((now, set) => withSet(now, set, on, decks), value),
    ({ sets, on }) => onSets(sets, on),
  );
  const counts = useMemo(() => countDecks(decks, shown), [decks, shown]);
  const all = useMemo(() => countServices(services, counts), [services, counts]);
  const proposed = useMemo(() => proposedSet(decks, examCode), [decks, examCode]);
  const found = matching(all, words);
  const topics = found.reduce((number, service) => number + service.topics.length, 0);
  const total = sum(all);

  return (
    <div class="manage">
      <ViewHead title="What to review" onBack={onBack} status={status === 'saved' ? 'Saved' : ''}>
        <p class="small">
          {numberText(total.chosen)} of {countText(total.cards, 'card')} {total.chosen === 1 ? 'is' : 'are'}{' '}
          in review. Nothing else is asked.
        </p>
        <Singles chosen={shown} />
      </ViewHead>
      {refused && <Alert title="The choice was not saved">{refused}</Alert>}
      {proposed.length > 0 && (
        <ExamSet
          code={examCode}
          topics={proposed.length}
          counts={sum(proposed.flatMap((topic) => counts.get(topic) ?? []))}
          onSet={(on) => void send({ sets: proposed, on })}
        />
      )}
      <section class="manage-part" aria-label="Services and topics">
        <div class="field">
          <Icon name="search" />
          <input
            type="search"
            aria-label="Filter services and topics"
            placeholder="Filter services and topics"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setWords('')}
          />
        </div>
        <div class="unseen" role="status">
          {words && `${countText(found.length, 'service')}, ${countText(topics, 'topic')}`}
        </div>
        {found.length === 0 && <p class="none">No service or topic with cards matches “{words}”.</p>}
        <ul class="sets">
          {found.map((service) => {
            const isPart =
              service.topics.length < (all.find(({ id }) => id === service.id)?.topics.length ?? 0);
            return (
              <ServiceRow
                // What a filter has opened folds again when it is taken away.
                key={`${service.id} ${isPart}`}
                service={service}
                startsOpen={isPart}
                onSet={(set, on) => void send({ sets: [set], on })}
              />
            );
          })}
        </ul>
      </section>
    </div>
  );
}

/** Notes and limits with a word of their own, counted. They are chosen where they stand. */
function Singles({ chosen: { facts, without } }: { chosen: Chosen }) {
  if (!facts.length && !without.length) return null;
  const parts = [
    facts.length ? `${numberText(facts.length)} added one by one` : '',
    without.length ? `${numberText(without.length)} taken out of their set` : '',
  ].filter(Boolean);
  return <p class="small">Single notes and limits: {parts.join(', ')}.</p>;
}
