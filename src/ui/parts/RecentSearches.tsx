/** What was searched last; pressing one searches it again. */
export function RecentSearches({ recent, onQuery }: { recent: string[]; onQuery: (query: string) => void }) {
  if (!recent.length) return null;
  return (
    <section class="recent" aria-label="Recent searches">
      <h2 class="small">Recent</h2>
      <div class="chips">
        {recent.map((query) => (
          <button key={query} type="button" class="chip" onClick={() => onQuery(query)}>
            {query}
          </button>
        ))}
      </div>
    </section>
  );
}
