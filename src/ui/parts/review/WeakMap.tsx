import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Overview } from '../../../platform/review-requests.ts';
import { percentText, shareOf } from './chart-text.ts';
import { ChartSection } from './ChartSection.tsx';
import { ChartTable } from './ChartTable.tsx';
import { countText, numberText } from './count-text.ts';
import { ShareLegend, ShareRow } from './ShareRow.tsx';

type Weak = Overview['services'][number];

const first = 8;

export interface WeakMapProps {
  /** Weakest first. */
  services: Weak[];
  asTable: boolean;
  onService?: (id: string) => void;
}

/** Where the learner is weak: services with the chance to know a card of theirs, the weakest first. */
export function WeakMap({ services, asTable, onService }: WeakMapProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? services : services.slice(0, first);
  const name = (weak: Weak) => <ServiceName weak={weak} onService={onService} />;
  if (!services.length) return null;
  return (
    <ChartSection
      title="Weakest services"
      aside={!asTable && <ShareLegend light="seen" dark="known today" />}
    >
      {asTable ? (
        <ServiceTable services={shown} name={name} />
      ) : (
        <ul class="shares">
          {shown.map((weak) => (
            <ShareRow
              key={weak.service}
              name={name(weak)}
              note={countText(weak.cards, 'card')}
              value={weak.strength}
              light={shareOf(weak.seen, weak.cards)}
              dark={weak.strength}
              summary={summary(weak)}
            />
          ))}
        </ul>
      )}
      {services.length > first && (
        <button
          type="button"
          class="chart-more small text-button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? `Show the weakest ${first}` : `Show all ${numberText(services.length)}`}
        </button>
      )}
      <p class="chart-note small">Known today: the chance to know a card of the service now.</p>
    </ChartSection>
  );
}

/** `40 of 120 cards seen; of these, 62 % would be known today.` */
function summary({ cards, seen, recall }: Weak): string {
  if (recall === null) return `None of ${countText(cards, 'card')} seen yet.`;
  return `${numberText(seen)} of ${countText(cards, 'card')} seen; of these, ${percentText(recall)} would be known today.`;
}

function ServiceName({ weak, onService }: { weak: Weak; onService?: (id: string) => void }) {
  if (!onService) return <>{weak.name}</>;
  return (
    <button type="button" class="text-button" onClick={() => onService(weak.service)}>
      {weak.name}
    </button>
  );
}

interface ServiceTableProps {
  services: Weak[];
  name: (weak: Weak) => ComponentChildren;
}

function ServiceTable({ services, name }: ServiceTableProps) {
  return (
    <ChartTable
      caption="Services, the weakest first"
      columns={['Service', 'Cards', 'Seen', 'Known today']}
      rows={services.map((weak) => ({
        key: weak.service,
        head: name(weak),
        cells: [numberText(weak.cards), numberText(weak.seen), percentText(weak.strength)],
      }))}
    />
  );
}
