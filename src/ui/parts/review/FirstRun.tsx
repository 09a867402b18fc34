import './manage.css';
import { proposedSet } from '../../../review/chosen.ts';
import type { Deck, ReviewSettings } from '../../../review/state.ts';
import type { Done } from '../../../platform/review-requests.ts';
import { Alert } from '../Alert.tsx';
import { Icon } from '../Icon.tsx';
import { countText, numberText } from './count-text.ts';
import { PressButton } from './PressButton.tsx';
import { useDoing } from './use-doing.ts';

export interface FirstRunProps {
  decks: Deck[];
  /** The exam whose set is proposed, and what people call it: `Developer Associate`. */
  exam: { code: string; name: string };
  settings: Pick<ReviewSettings, 'newPerDay' | 'perDay'>;
  onSets: (sets: string[], on: boolean) => Promise<Done>;
  /** Leads to the choice of services and topics. */
  onChoose: () => void;
}

/** Review before anything is chosen: proposes an exam’s set. */
export function FirstRun({ decks, exam, settings, onSets, onChoose }: FirstRunProps) {
  const { isRunning, refused, run } = useDoing();
  const proposed = proposedSet(decks, exam.code);
  const inSet = new Set(proposed);
  const cards = decks.reduce((all, deck) => all + (inSet.has(deck.topic) ? deck.cards.length : 0), 0);
  return (
    <div class="manage first-run">
      <h2>Remember what you look up</h2>
      <ul class="lines">
        <li>
          <Icon name="check" />
          Nothing is scheduled that you did not choose.
        </li>
        <li>
          <Icon name="again" />
          What you miss comes back soon, what you know comes back late.
        </li>
        <li>
          <Icon name="gauge" />
          At most {countText(settings.newPerDay, 'new card')} and {numberText(settings.perDay)} in all a day.
        </li>
      </ul>
      {refused && <Alert title="The set was not added">{refused}</Alert>}
      <div class="buttons">
        {proposed.length > 0 && (
          <PressButton
            kind="primary"
            isOff={isRunning}
            onPress={() => void run(() => onSets(proposed, true))}
          >
            Add the {exam.name} set
          </PressButton>
        )}
        <PressButton kind={proposed.length > 0 ? 'link' : 'primary'} onPress={onChoose}>
          Choose services
        </PressButton>
      </div>
      {proposed.length > 0 && (
        <p class="small">
          {exam.code}: {countText(proposed.length, 'topic')}, {countText(cards, 'card')}. Topics can be taken
          out at any time.
        </p>
      )}
    </div>
  );
}
