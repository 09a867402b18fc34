import { findFact } from '../../../knowledge/find-fact.ts';
import { loadService } from '../../../platform/knowledge.ts';
import { type Card, cardsOf } from '../../../review/card.ts';
import { factOf, serviceOf } from '../../../review/state.ts';
import { useEffect } from 'preact/hooks';
import { type Loaded, useLoaded } from '../../parts/use-loaded.ts';

/** A card with the names of what it is about. */
export interface ShownCard {
  card: Card;
  serviceName: string;
  topicTitle: string;
}

/** The text of a card. @throws Error where no note or limit has it */
async function loadCard(id: string): Promise<ShownCard> {
  const service = await loadService(serviceOf(id));
  const topic = findFact(service, factOf(id))?.topic;
  const card = topic && cardsOf(topic, service.short).find((one) => one.id === id);
  if (!topic || !card) throw new Error(`There is no card ${id}`);
  return { card, serviceName: service.name, topicTitle: topic.title };
}

/** The text of the card that is asked; that of the next one is read meanwhile. */
export function useCard(cards: string[]): Loaded<ShownCard> {
  const [first, second] = cards;
  const loaded = useLoaded(first ?? null, loadCard);
  useEffect(() => {
    if (second) void loadService(serviceOf(second)).catch(() => undefined);
  }, [second]);
  return loaded.key === (first ?? null) ? loaded : { value: null, error: null };
}
