import { useState } from 'preact/hooks';
import type { ServiceSummary } from '../../../knowledge/catalog.ts';
import type { Scope } from '../../../review/queue.ts';
import { loadReviewBase } from '../../../platform/knowledge.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { Manage, type ManageView } from './Manage.tsx';
import { type Asked, ReviewSession } from './ReviewSession.tsx';
import './review.css';

export interface ReviewViewProps extends Asked {
  services: ServiceSummary[];
  today: number;
  /** Opens a note or limit where it stands. */
  onOpen: (id: string) => void;
}

/** Review: a session, and beside it statistics, what to review, settings and data. */
export function ReviewView({ services, here, service, today, onOpen }: ReviewViewProps) {
  const [view, setView] = useState<ManageView | null>(null);
  /** What the learner came back to review; else it is what waits nearest to the page. */
  const [wanted, setWanted] = useState<Scope | null>(null);
  const base = useLoaded('review', () => loadReviewBase());
  if (!base.value) return null;
  if (view)
    return (
      <Manage
        view={view}
        base={base.value}
        services={services}
        today={today}
        onBack={() => setView(null)}
        onService={(id) => {
          setWanted({ kind: 'service', service: id });
          setView(null);
        }}
      />
    );
  return (
    <ReviewSession
      here={here}
      service={service}
      wanted={wanted}
      base={base.value}
      today={today}
      onOpen={onOpen}
      onManage={setView}
    />
  );
}
