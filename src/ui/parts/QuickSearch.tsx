import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Hit, Search } from '../../search/search.ts';
import { Icon } from './Icon.tsx';
import { kindNames } from './NoteCard.tsx';
import { noFilter, passes, SearchFilters } from './SearchFilters.tsx';
import { SearchResult } from './SearchResult.tsx';

const pageStep = 5;
const shownAtOnce = 50;
/** As many as can be seen are drawn with the key press, the rest below them in the next pause. */
const drawnAtOnce = 8;
const pause = 80;
const announceAfter = 300;

/** Keys that do what a part of the bar does. */
const shortcuts = [
  { part: '[data-source]', isMeant: (event: KeyboardEvent) => isEnter(event) && isControl(event) },
  { part: '[data-console]', isMeant: (event: KeyboardEvent) => isEnter(event) && event.altKey },
  { part: '[data-copy]', isMeant: (event: KeyboardEvent) => event.key === 'c' && isControl(event) },
];
const isEnter = ({ key }: KeyboardEvent) => key === 'Enter';
const isControl = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey;

export interface QuickSearchProps {
  /** Null until the base is loaded; what is typed meanwhile is kept. */
  search: Search | null;
  /** Ids of the service and the topic of the console page that is open. */
  service: string | null;
  topic: string | null;
  /** Name of a service and title of a topic by id, for the second line of a result. */
  placeName: (hit: Hit) => string;
  serviceName: (id: string) => string;
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
  topic,
  placeName,
  serviceName,
  query,
  onQuery,
  onOpen,
  onLeave,
  children,
  footer,
}: QuickSearchProps) {
  const [filter, setFilter] = useState(noFilter);
  const [activeAt, setActiveAt] = useState(0);
  const [most, setMost] = useState(shownAtOnce);
  /** The query that is searched as it was typed. */
  const [exact, setExact] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const typed = query.trim();
  const found = useMemo(
    () => search?.(query, { service, topic, limit: Infinity, isExact: exact === query }) ?? null,
    [search, query, service, topic, exact],
  );
  const all = found?.hits ?? [];
  const passing = typed ? all.filter((hit) => passes(filter, hit)) : all;
  const hits = passing.slice(0, most);
  const isSettled = useSettled(query);
  const drawn = isSettled ? hits : hits.slice(0, Math.max(drawnAtOnce, activeAt + 1));
  const active = hits[Math.min(activeAt, hits.length - 1)] ?? null;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeAt, query, filter]);

  /** What the bar below the list offers for the active result. */
  const press = (part: string) => root.current?.querySelector<HTMLElement>(`.bar ${part}`)?.click();
  const choose = (to: number) => setActiveAt(Math.max(0, Math.min(hits.length - 1, to)));
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (event.isComposing) return;
    const shortcut = shortcuts.find(({ isMeant }) => isMeant(event));
    if (shortcut && active && getSelection()?.toString() === '') press(shortcut.part);
    else if (move !== undefined && hits.length) choose(activeAt + move);
    else if (event.key === 'Enter' && active) onOpen(active);
    else if (event.key === 'Escape' && query) type('');
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  const type = (words: string) => {
    setActiveAt(0);
    setMost(shownAtOnce);
    onQuery(words);
  };

  return (
    <div class="quick-search" ref={root}>
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
          <SearchFilters
            hits={all}
            filter={filter}
            serviceName={serviceName}
            isSettled={isSettled}
            onFilter={(wanted) => {
              setFilter(wanted);
              setActiveAt(0);
            }}
          />
        )}
        {typed && found?.corrected && (
          <p class="small">
            Showing <strong>{found.corrected}</strong>.{' '}
            <button type="button" class="text-button" onClick={() => setExact(query)}>
              Search “{typed}” as typed
            </button>
          </p>
        )}
      </div>
      {!typed && (
        <div class="start">
          {children}
          {hits.length > 0 && <h2 class="small">On this page</h2>}
        </div>
      )}
      {typed && search && !hits.length && (
        <div class="empty results">
          <h2>Nothing found</h2>
          <p>No note or limit has these words. Fewer words, or the name of the service, may find it.</p>
        </div>
      )}
      <ul class="results" id="results" role="listbox" aria-label="Results" ref={list} hidden={!hits.length}>
        {drawn.map((hit, at) => (
          <li
            key={hit.id}
            class="result"
            id={`result-${hit.id}`}
            role="option"
            aria-selected={hit === active}
            onClick={() => onOpen(hit)}
            onPointerMove={() => at !== activeAt && setActiveAt(at)}
          >
            {found && <SearchResult hit={hit} marker={found.marker} place={placeName(hit)} />}
          </li>
        ))}
      </ul>
      {typed && hits.length < passing.length && (
        <button type="button" class="link-button more" onClick={() => setMost(most + shownAtOnce)}>
          Show {Math.min(shownAtOnce, passing.length - hits.length)} more ({passing.length - hits.length}{' '}
          left)
        </button>
      )}
      {(typed || active) && footer(active)}
      <Announcement text={typed && search ? announce(passing.length, active, activeAt, placeName) : ''} />
    </div>
  );
}

function announce(count: number, active: Hit | null, at: number, placeName: (hit: Hit) => string): string {
  if (!active) return 'Nothing found';
  const results = `${count} result${count === 1 ? '' : 's'}`;
  return `${results}, ${active.title}, ${kindNames[active.kind]}, ${placeName(active)}, ${at + 1} of ${count}`;
}

/** Whether a text has been the same for a moment. */
function useSettled(text: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === text;
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
