import { useEffect } from 'preact/hooks';
import type { Place } from '../../console/console-link.ts';
import type { Service, Topic } from '../../knowledge/catalog.ts';
import { ConsolePages } from './ConsolePages.tsx';
import { LimitTable } from './LimitTable.tsx';
import { NoteCard } from './NoteCard.tsx';
import { TopicContext } from './ReviewButton.tsx';

/** With more notes than this only the first few start open. */
const manyNotes = 6;
const openOfMany = 3;
const limitsAtTop = 4;

export interface TopicViewProps {
  service: Service;
  topic: Topic;
  place: Place;
  today: number;
  /** Id of the note or limit that was looked for. */
  sought: string | null;
  /** Heading of the limits: they belong to the page that is open, or just to the topic. */
  limitsTitle: string;
  /** How many cards of it wait for review; none where that is not known. */
  due?: number;
  onReview?: () => void;
  onAllLimits: () => void;
  onTopic: (topic: string) => void;
}

/** Everything about one topic: what it is, its limits, its notes, and where to go from here. */
export function TopicView({
  service,
  topic,
  place,
  today,
  sought,
  limitsTitle,
  due = 0,
  onReview,
  onAllLimits,
  onTopic,
}: TopicViewProps) {
  const { notes, limits } = topic;
  const isSoughtLimit = limits.some(({ id }) => id === sought);
  const shownLimits = isSoughtLimit ? limits : limits.slice(0, limitsAtTop);
  const startsOpen = (at: number) => notes.length <= manyNotes || at < openOfMany;
  const all = service.topics.reduce((sum, { limits: some }) => sum + some.length, 0);
  useEffect(() => {
    if (sought) document.getElementById(sought)?.scrollIntoView({ block: 'start' });
  }, [sought, topic.id]);

  return (
    <TopicContext.Provider value={topic.id}>
      <div class="topic-head">
        <h2>{topic.title}</h2>
        <p class="small">{[...examLabels(topic), counted(notes.length, 'note')].join(' · ')}</p>
        {due > 0 && (
          <button type="button" class="button review-due" onClick={onReview}>
            Review {due} due
          </button>
        )}
      </div>
      {limits.length > 0 && (
        <section aria-label={limitsTitle}>
          <div class="section-head">
            <h3>{limitsTitle}</h3>
            <button type="button" class="text-button small" onClick={onAllLimits}>
              All {all} {service.short} limits
            </button>
          </div>
          <LimitTable
            caption={`Limits of ${topic.title}`}
            brief={!isSoughtLimit}
            groups={[{ topic: topic.id, title: topic.title, isHere: true, limits: shownLimits }]}
            service={service}
            place={place}
            today={today}
            sought={sought}
          />
          {shownLimits.length < limits.length && (
            <button type="button" class="text-button small more-limits" onClick={onAllLimits}>
              {limits.length - shownLimits.length} more on this topic
            </button>
          )}
        </section>
      )}
      {notes.length > 0 && (
        <section aria-label="Notes">
          <div class="section-head">
            <h3>Notes</h3>
          </div>
          {notes.map((note, at) => (
            <NoteCard
              key={note.id}
              note={note}
              startsOpen={startsOpen(at)}
              sought={note.id === sought}
              today={today}
            />
          ))}
        </section>
      )}
      {topic.related.length > 0 && (
        <section aria-label="Related topics">
          <div class="section-head">
            <h3>Related topics</h3>
          </div>
          <TopicLinks
            topics={topic.related.map((link) => ({
              ...link,
              title: link.service === service.short ? link.title : `${link.service}: ${link.title}`,
            }))}
            onTopic={onTopic}
          />
        </section>
      )}
      <ConsolePages service={service} topic={topic} place={place} />
    </TopicContext.Provider>
  );
}

/** Topics as a list of buttons with what they hold. */
export function TopicLinks({
  topics,
  onTopic,
}: {
  topics: { id: string; title: string; notes: unknown; limits: unknown }[];
  onTopic: (id: string) => void;
}) {
  return (
    <ul class="topic-links">
      {topics.map(({ id, title, notes, limits }) => (
        <li>
          <button type="button" class="text-button" onClick={() => onTopic(id)}>
            {title}
          </button>
          <span class="small">
            {[counted(size(notes), 'note'), size(limits) && counted(size(limits), 'limit')]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const size = (list: unknown) => (Array.isArray(list) ? list.length : Number(list));
const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** `DVA-C02 · Domain 1, Development`, each domain once. */
function examLabels({ exams }: Topic): string[] {
  const labels = exams.map(({ code, domain, title }) => `${code} · Domain ${domain}, ${title}`);
  return [...new Set(labels)].slice(0, 1);
}
