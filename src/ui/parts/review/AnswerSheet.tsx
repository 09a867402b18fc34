import type { Card } from '../../../review/card.ts';
import type { Verdict } from '../../../review/typed-answer.ts';
import { Alert } from '../Alert.tsx';
import { Icon } from '../Icon.tsx';
import { InlineMarkdown } from '../InlineMarkdown.tsx';
import { Pair } from '../Pair.tsx';
import { SourceLine } from '../SourceLine.tsx';
import { Trap } from '../Trap.tsx';
import type { Response } from './AskedCard.tsx';

const verdictTexts: Record<Verdict, string> = {
  right: 'Right',
  unit: 'The number is right, the unit is missing or another',
  wrong: 'Not right',
  unreadable: 'Not readable as a number',
};

/** What a card answers, with trap, older value and source. */
export function AnswerSheet({
  card,
  response,
  isChanged,
  today,
}: {
  card: Card;
  response: Response | null;
  isChanged: boolean;
  today: number;
}) {
  const { answer, points, trap, formerly, sources, verified } = card;
  return (
    <>
      {isChanged && (
        <Alert kind="info" title="This fact was corrected since you last answered it">
          {formerly && `${formerly.said} → ${formerly.now}`}
        </Alert>
      )}
      {response && (
        <p class={`verdict ${response.verdict}`}>
          <Icon name={response.verdict === 'right' ? 'check' : 'info'} />
          {verdictTexts[response.verdict]}
        </p>
      )}
      <p class="answer">
        <InlineMarkdown text={answer} />
      </p>
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li>
              <InlineMarkdown text={point} />
            </li>
          ))}
        </ul>
      )}
      {trap && <Trap text={trap} />}
      {formerly && card.form !== 'formerly' && (
        <Pair said={formerly.said} until={formerly.until} now={formerly.now} />
      )}
      <SourceLine sources={sources} verified={verified} today={today} />
    </>
  );
}
