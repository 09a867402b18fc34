import type { Source } from '../../knowledge/catalog.ts';
import { dayText } from '../../knowledge/limit-text.ts';

const dayLength = 86_400_000;
/** From these ages in days a check is shown as ageing, then as old. */
const ageing = 180;
const old = 365;

/** Where a fact was seen and when. */
export function SourceLine({
  sources,
  verified,
  today,
}: {
  sources: Source[];
  verified: string;
  today: number;
}) {
  const age = Math.floor((today - Date.parse(verified)) / dayLength);
  return (
    <div class="sources small">
      {sources.map(({ title, url }) => (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {title}
          <span class="unseen"> opens a new tab</span>
        </a>
      ))}
      <Checked verified={verified} age={age} />
    </div>
  );
}

function Checked({ verified, age }: { verified: string; age: number }) {
  const state = age > old ? ' old' : age > ageing ? ' ageing' : '';
  const text = age > ageing ? `Checked ${Math.round(age / 30)} months ago` : `Checked ${dayText(verified)}`;
  return (
    <time class={`dated${state}`} dateTime={verified} title={dayText(verified)}>
      {text}
      {age > old && ', may have changed'}
    </time>
  );
}
