import type { Formerly, Note, Source, Topic } from '../knowledge/catalog.ts';
import { gapOf } from './cloze.ts';
import { datedPoints, formerlyQuestion, revisionOf } from './card-text.ts';
import { limitCards } from './limit-cards.ts';
import { wordUse } from './limit-question.ts';
import { serviceOf } from './state.ts';
import type { Expected } from './typed-answer.ts';

/** What a card asks of its fact; the last part of its id. */
export type Form = 'question' | 'value' | 'default' | 'formerly' | 'adjustable' | 'scope' | 'cloze';

/** One question with its answer. Texts are inline Markdown. */
export interface Card {
  /** `service/fact#form`. */
  id: string;
  /** Id of the note or limit. */
  fact: string;
  /** `service/topic`. */
  topic: string;
  service: string;
  form: Form;
  question: string;
  answer: string;
  /** Further lines below the answer. */
  points: string[];
  trap?: string;
  formerly?: Formerly;
  sources: Source[];
  verified: string;
  /** Another one when what is asked or answered was corrected; not when it is worded or filed differently. */
  revision: string;
  /** The number to type, where the answer is one. */
  typed?: Expected;
  /** Answers to choose from, the right one among them. */
  choices?: string[];
  /** Made from a record, not written by somebody. */
  isGenerated: boolean;
}

/** Forms in the order in which a topic asks them: so cards of one fact stand far apart. */
const forms: Form[] = ['question', 'value', 'default', 'formerly', 'adjustable', 'scope', 'cloze'];

/**
 * All cards of a topic: first the questions of its notes, then the values of its limits, then the rest,
 * siblings not side by side where there is something to put between.
 * @param serviceName what people call the service; it stands in the questions made from limits
 */
export function cardsOf(topic: Topic, serviceName: string): Card[] {
  const use = wordUse(topic);
  const cards = [
    ...topic.notes.flatMap((note) => noteCards(note, topic, serviceName)),
    ...topic.limits.flatMap((limit) => limitCards(limit, topic, serviceName, use)),
  ];
  return apart(forms.flatMap((form) => cards.filter((card) => card.form === form)));
}

/** Moves a card that follows its sibling to the nearest place before where it has none beside it. */
function apart(cards: Card[]): Card[] {
  const spread: Card[] = [];
  for (const card of cards) {
    const isFree = (at: number) => [spread[at - 1], spread[at]].every((beside) => beside?.fact !== card.fact);
    let at = spread.length;
    while (at > 0 && !isFree(at)) at -= 1;
    spread.splice(isFree(at) ? at : spread.length, 0, card);
  }
  return spread;
}

function noteCards(note: Note, topic: Topic, serviceName: string): Card[] {
  const { id, question, answer, points, trap, formerly, sources, verified } = note;
  const card = (
    form: Form,
    asked: string,
    answered: string,
  ): Omit<Card, 'points' | 'revision' | 'isGenerated'> => ({
    id: `${id}#${form}`,
    fact: id,
    topic: topic.id,
    service: serviceOf(topic.id),
    form,
    question: asked,
    answer: answered,
    sources,
    verified,
    ...(trap && { trap }),
    ...(formerly && { formerly }),
  });
  const cards: Card[] = [];
  if (question && answer)
    cards.push({
      ...card('question', question, answer),
      points,
      revision: revisionOf(question, answer),
      isGenerated: false,
    });
  const gap = gapOf(note);
  if (gap)
    cards.push({
      ...card(
        'cloze',
        `${serviceName}: ${note.title.replace(/[.?]$/, '')}. “${gap.line}” What belongs in the gap?`,
        gap.answer,
      ),
      points: [],
      typed: gap.expected,
      revision: revisionOf(gap.answer),
      isGenerated: true,
    });
  if (formerly)
    cards.push({
      ...card(
        'formerly',
        formerlyQuestion(`${serviceName}, ${topic.title.replace(/\?$/, '')}`, formerly),
        formerly.now,
      ),
      points: datedPoints(formerly),
      revision: revisionOf(formerly.said, formerly.now),
      isGenerated: true,
    });
  return cards;
}
