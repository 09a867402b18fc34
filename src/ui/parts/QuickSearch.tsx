import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { highlight } from '../../search/highlight.ts';
import type { Hit, Search } from '../../search/search.ts';
import { Icon } from './Icon.tsx';
import { kindNames } from './NoteCard.tsx';

/** Which results the chips let through. */
const filters = {
  All: () => true,
  Notes: ({ kind }: Hit) => kind !== 'limit',
  Limits: ({ kind }: Hit) => kind === 'limit',
} satisfies Record<string, (hit: Hit) => boolean>;
type Filter = keyof typeof filters;

const pageStep = 5;
const shownAtOnce = 50;
const announceAfter = 300;

export interface QuickSearchProps {
  /** Null until the base is loaded; what is typed meanwhile is kept. */
  search: Search | null;
  /** Id of the service whose console page is open. */
  service: string | null;
  /** Name of a service and title of a topic by id, for the second line of a result. */
  placeName: (hit: Hit) => string;
  query: string;
  onQuery: (query: string) => void;
  onOpen: (hit: Hit) => void;
  onLeave: () => void;
  /** Shown while nothing is typed. */
  children?: ComponentChildren;
  /** Shown below the list for the active result: a preview and what can be done. */
  footer: (active: Hit | null) => ComponentChildren;
}

/** A combobox with a listbox: results while typing, arrow keys, Enter opens. */
export function QuickSearch({
  search,
  service,
  placeName,
  query,
  onQuery,
  onOpen,
  onLeave,
  children,
  footer,
}: QuickSearchProps) {
  const [filter, setFilter] = useState<Filter>('All');
  const [activeAt, setActiveAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const all = useMemo(() => search?.(query, { service, limit: Infinity }) ?? [], [search, query, service]);
  const hits = all.filter(filters[filter]).slice(0, shownAtOnce);
  const active = hits[Math.min(activeAt, hits.length - 1)] ?? null;
  const typed = query.trim();

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeAt, query, filter]);

  const choose = (to: number) => setActiveAt(Math.max(0, Math.min(hits.length - 1, to)));
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (event.isComposing) return;
    if (move !== undefined && hits.length) choose(activeAt + move);
    else if (event.key === 'Enter' && active) onOpen(active);
    else if (event.key === 'Escape' && query) type('');
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  const type = (words: string) => {
    setActiveAt(0);
    onQuery(words);
  };

  return (
    <div class="quick-search">
      <div class="search-head">
        <div class="field">
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label="Search notes and limits"
            aria-expanded={hits.length > 0}
            aria-controls="results"
            aria-autocomplete="list"
            aria-activedescendant={active ? `result-${active.id}` : undefined}
            placeholder="Search notes and limits"
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {query && (
            <button
              type="button"
              class="icon-button"
              aria-label="Empty the field"
              onClick={() => {
                type('');
                field.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        {typed && (
          <div class="chips">
            {(Object.keys(filters) as Filter[]).map((name) => (
              <button
                type="button"
                class="chip"
                aria-pressed={filter === name}
                onClick={() => {
                  setFilter(name);
                  setActiveAt(0);
                }}
              >
                {name} {all.filter(filters[name]).length}
              </button>
            ))}
          </div>
        )}
      </div>
      {!typed && <div class="results">{children}</div>}
      {typed && search && !hits.length && (
        <div class="empty results">
          <h2>Nothing found</h2>
          <p>No note or limit has these words. Fewer words, or the name of the service, may find it.</p>
        </div>
      )}
      <ul
        class="results"
        id="results"
        role="listbox"
        aria-label="Results"
        ref={list}
        hidden={!typed || !hits.length}
      >
        {hits.map((hit, at) => (
          <li
            key={hit.id}
            class="result"
            id={`result-${hit.id}`}
            role="option"
            aria-selected={hit === active}
            onClick={() => onOpen(hit)}
            onPointerMove={() => at !== activeAt && setActiveAt(at)}
          >
            <Result hit={hit} query={query} place={placeName(hit)} />
          </li>
        ))}
      </ul>
      {typed && footer(active)}
      <Announcement text={typed && search ? announce(hits, active, activeAt, placeName) : ''} />
    </div>
  );
}

function Result({ hit, query, place }: { hit: Hit; query: string; place: string }) {
  return (
    <>
      <div class="title">
        <span>
          <Highlighted text={hit.title} query={query} />
        </span>
        <span class="tag">{kindNames[hit.kind]}</span>
      </div>
      <div class="small">
        <Highlighted text={place} query={query} />
      </div>
      <div class={`line${hit.kind === 'limit' ? ' number' : ''}`}>
        <Highlighted text={hit.line} query={hit.kind === 'limit' ? '' : query} />
      </div>
    </>
  );
}

function Highlighted({ text, query }: { text: string; query: string }) {
  return (
    <>{highlight(text, query).map((piece) => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))}</>
  );
}

function announce(hits: Hit[], active: Hit | null, at: number, placeName: (hit: Hit) => string): string {
  if (!active) return 'Nothing found';
  const count = `${hits.length} result${hits.length === 1 ? '' : 's'}`;
  return `${count}, ${active.title}, ${kindNames[active.kind]}, ${placeName(active)}, ${at + 1} of ${hits.length}`;
}

/** Speaks after a pause in typing, so that a screen reader does not talk over every key. */
function Announcement({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), announceAfter);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="unseen" role="status">
      {spoken}
    </div>
  );
}
