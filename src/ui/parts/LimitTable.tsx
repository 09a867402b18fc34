import { type Place, quotaLink } from '../../console/console-link.ts';
import type { Limit, Service } from '../../knowledge/catalog.ts';
import {
  defaultText,
  kindText,
  limitKind,
  type LimitKind,
  scopeText,
  valueText,
} from '../../knowledge/limit-text.ts';
import { limitCopyText } from '../../knowledge/plain-text.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { InlineMarkdown } from './InlineMarkdown.tsx';
import { Pair } from './Pair.tsx';
import { ReviewButton, TopicContext } from './ReviewButton.tsx';
import { SourceLine } from './SourceLine.tsx';

/** Limits under a heading: those of one topic. */
export interface LimitGroup {
  /** `service/topic`. */
  topic: string;
  title: string;
  /** Whether they belong to the page that is open. */
  isHere: boolean;
  limits: Limit[];
}

export interface LimitTableProps {
  caption: string;
  groups: LimitGroup[];
  service: Pick<Service, 'name'>;
  place: Place;
  today: number;
  /** Id of a limit that was looked for. */
  sought?: string | null;
  /** Sources and remarks are left out where there is a link to the full table. */
  brief?: boolean;
}

const kindIcons: Record<LimitKind, IconName> = { yes: 'up', no: 'lock', automatic: 'again', price: 'gauge' };

/** Whether a limit can be raised: always icon and word. */
export function KindOfLimit({ limit }: { limit: Limit }) {
  const kind = limitKind(limit);
  return (
    <span class={`kind ${kind}`}>
      <Icon name={kindIcons[kind]} />
      {kindText[kind]}
    </span>
  );
}

/** Limits as a table; roles are spelt out because narrow rows are laid out as a grid. */
export function LimitTable({ caption, groups, brief = false, ...shared }: LimitTableProps) {
  return (
    <table class={`limits${brief ? ' bare' : ''}`} role="table">
      <caption class="unseen">{caption}</caption>
      {groups.map(({ topic, title, isHere, limits }) => (
        <tbody role="rowgroup">
          {!brief && (
            <tr class="group" role="row">
              <th scope="rowgroup" role="columnheader">
                {title}
                {isHere && <span class="small">this page</span>}
              </th>
            </tr>
          )}
          <TopicContext.Provider value={topic}>
            {limits.map((limit) => (
              <LimitRow key={limit.id} limit={limit} brief={brief} {...shared} />
            ))}
          </TopicContext.Provider>
        </tbody>
      ))}
    </table>
  );
}

type LimitRowProps = { limit: Limit; brief: boolean } & Pick<
  LimitTableProps,
  'service' | 'place' | 'today' | 'sought'
>;

function LimitRow({ limit, service, place, today, sought, brief }: LimitRowProps) {
  const { formerly, remark, quota, equals } = limit;
  return (
    <tr class={`limit${sought === limit.id ? ' sought' : ''}`} role="row" id={limit.id}>
      <th scope="row" role="rowheader">
        <InlineMarkdown text={limit.name} />
      </th>
      <td class="value" role="cell">
        {!brief && <ReviewButton fact={limit.id} name={limit.name} />}
        <CopyButton text={limitCopyText(limit, service)} label={`Copy ${limit.name}`} />
        {valueText(limit)}
      </td>
      <td class="facts small" role="cell">
        <KindOfLimit limit={limit} />
        {[scopeText(limit), defaultText(limit)].filter(Boolean).map((fact) => (
          <span key={fact}>· {fact}</span>
        ))}
        {equals && <span class={quota ? undefined : 'end'}>{quota ? `· ${equals}` : equals}</span>}
        {quota && (
          <a
            class="end"
            href={quotaLink(place, quota)}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`Quota ${quota.code}, ${limit.name}, in Service Quotas, opens a new tab`}
          >
            {quota.code}
          </a>
        )}
      </td>
      {!brief && (
        <td class="more" role="cell">
          {remark && (
            <p class="small">
              <InlineMarkdown text={remark} />
            </p>
          )}
          {formerly && <Pair said={formerly.said} until={formerly.until} now={valueText(limit)} />}
          <SourceLine sources={limit.sources} verified={limit.verified} today={today} />
        </td>
      )}
    </tr>
  );
}
