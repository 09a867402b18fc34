// `npm run bench [-- urls | search | browser | review]`: how fast, how large, how good, as medians and p95. Nothing here fails a build.
import { benchBrowser } from './browser.ts';
import { benchReview } from './review.ts';
import { benchSearch } from './search.ts';
import { benchUrls } from './urls.ts';

const benches: Record<string, () => void | Promise<void>> = {
  urls: benchUrls,
  search: benchSearch,
  browser: benchBrowser,
  review: benchReview,
};
const wanted = process.argv.slice(2).filter((name) => name in benches);
for (const name of wanted.length ? wanted : Object.keys(benches)) await benches[name]?.();
