// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { nowhere } from '../../src/console/console-link.ts';
import type { Limit, Note } from '../../src/knowledge/catalog.ts';
import type { Hit, Search } from '../../src/search/search.ts';
import { CopyButton } from '../../src/ui/parts/CopyButton.tsx';
import { InlineMarkdown } from '../../src/ui/parts/InlineMarkdown.tsx';
import { LimitTable } from '../../src/ui/parts/LimitTable.tsx';
import { NoteCard } from '../../src/ui/parts/NoteCard.tsx';
import { QuickSearch } from '../../src/ui/parts/QuickSearch.tsx';

const today = Date.parse('2026-11-21');
const fact = {
  sources: [{ title: 'Guide', url: 'https://docs.aws.amazon.com/a/b.html' }],
  verified: '2026-11-20',
};
const note: Note = {
  id: 'demo/n',
  kind: 'gotcha',
  title: 'It stops',
  points: ['At **once**.'],
  trap: 'It does not wait.',
  ...fact,
};
const limit: Limit = {
  id: 'demo/l',
  name: 'Size',
  value: 1,
  unit: 'MiB',
  scope: 'resource',
  of: 'thing',
  adjustable: 'no',
  ...fact,
};

/** Does something and lets everything it causes settle. */
const settle = (action: () => void) => void act(action);
const show = (element: Parameters<typeof render>[0]) => settle(() => render(element, document.body));
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
const one = (selector: string) =>
  document.querySelector<HTMLElement>(selector) ?? expect.unreachable(`no ${selector}`);
afterEach(() => show(null));

describe('inline Markdown', () => {
  test.each([
    ['a **b** `c` *d*', 'a <strong>b</strong> <code>c</code> <em>d</em>'],
    ['`<b>` stays', '<code>&lt;b&gt;</code> stays'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['2 * 3 is 6', '2 * 3 is 6'],
  ])('%s', (line, html) => {
    show(<InlineMarkdown text={line} />);
    expect(document.body.innerHTML).toBe(html);
  });
});

describe('a note', () => {
  test('shows kind, trap, source and date', () => {
    show(<NoteCard note={note} startsOpen sought={false} today={today} />);
    expect(text()).toMatch(
      /It stops.*Gotcha.*At once\..*Exam trap.*It does not wait\..*Guide.*Checked 20 Nov 2026/,
    );
  });
  test('folds and unfolds by its button', () => {
    show(<NoteCard note={note} startsOpen={false} sought={false} today={today} />);
    expect(text()).not.toContain('At once');
    settle(() => one('.fold').click());
    expect(one('.fold').getAttribute('aria-expanded')).toBe('true');
    expect(text()).toContain('At once');
  });
  test.each([
    ['2026-11-20', 'Checked 20 Nov 2026'],
    ['2026-04-01', 'Checked 8 months ago'],
    ['2025-06-01', 'Checked 18 months ago, may have changed'],
  ])('checked on %s says %s', (verified, words) => {
    show(<NoteCard note={{ ...note, verified }} startsOpen sought={false} today={today} />);
    expect(text()).toContain(words);
  });
});

describe('a limit', () => {
  const table = (fields: Partial<Limit>) =>
    show(
      <LimitTable
        caption="Limits"
        groups={[{ topic: 'demo/things', title: 'Things', isHere: true, limits: [{ ...limit, ...fields }] }]}
        service={{ name: 'AWS Demo' }}
        place={{ ...nowhere, region: 'us-east-1' }}
        today={today}
      />,
    );
  test('shows value, kind as a word and scope', () => {
    table({});
    expect(text()).toMatch(/Things.*this page.*Size.*1 MiB.*Hard limit.*per thing/);
  });
  test('shows the older value only with today’s beside it', () => {
    table({ formerly: { said: '256 KB', now: '', until: '2025-08' } });
    expect(text()).toMatch(/Exam material may say256 KB until Aug 2025\..*Documented today1 MiB/);
  });
  test('links its quota in the Region of the page', () => {
    table({ adjustable: 'yes', quota: { service: 'demo', code: 'L-0123ABCD' } });
    const link = one('.facts a');
    expect(link.getAttribute('href')).toBe(
      'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/demo/quotas/L-0123ABCD?region=us-east-1',
    );
    expect(link.getAttribute('aria-label')).toContain('opens a new tab');
  });
});

describe('copying', () => {
  test.each([
    ['was done', () => Promise.resolve(), 'Copied'],
    ['is refused', () => Promise.reject(new Error('not here')), /^Not copied/],
  ])('says that it %s', async (_, writeText, label) => {
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
    show(<CopyButton text="words" label="Copy" />);
    const name = () => one('button').getAttribute('aria-label');
    expect(name()).toBe('Copy');
    settle(() => one('button').click());
    await vi.waitFor(() => expect(name()).toMatch(label));
  });
});

describe('quick search', () => {
  const hit = (id: string, title: string, kind: Hit['kind'] = 'concept'): Hit => ({
    id,
    kind,
    service: 'demo',
    topic: 'demo/t',
    title,
    line: 'A line',
    text: 'Text',
    topicTitle: 'Things',
    exams: [],
    keywords: [],
  });
  const hits = [hit('demo/a', 'Alpha'), hit('demo/b', 'Beta', 'limit'), hit('demo/c', 'Gamma')];
  const marker = {
    pieces: (whole: string) => [{ text: whole, isMatch: false }],
    bestLine: (whole: string) => whole.split('\n')[0] ?? '',
  };
  const search: Search = (query, { isExact = false } = {}) => ({
    hits: query.startsWith('none') ? [] : query ? hits : hits.slice(0, 1),
    scores: [3, 2, 1],
    marker,
    corrected: query.startsWith('wrod') && !isExact ? 'word' : null,
  });
  const opened: string[] = [];
  let left = 0;
  let query = '';
  const draw = (words: string) => {
    query = words;
    show(
      <QuickSearch
        search={search}
        service={null}
        topic={null}
        placeName={() => 'Demo · Things'}
        serviceName={() => 'AWS Demo'}
        query={words}
        onQuery={draw}
        onOpen={({ id }) => opened.push(id)}
        onLeave={() => (left += 1)}
        footer={(active) => <p class="foot">{active?.id}</p>}
      />,
    );
  };
  const press = (key: string) =>
    settle(
      () =>
        void one('input').dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        ),
    );
  const active = () => one('[aria-selected=true]').id;

  test('the first result is active at once, arrows choose without wrapping, Enter opens', () => {
    draw('word');
    expect(active()).toBe('result-demo/a');
    press('ArrowUp');
    expect(active()).toBe('result-demo/a');
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowDown');
    expect(active()).toBe('result-demo/c');
    expect(one('input').getAttribute('aria-activedescendant')).toBe('result-demo/c');
    expect(one('.foot').textContent).toBe('demo/c');
    press('Enter');
    expect(opened).toEqual(['demo/c']);
  });
  test('chips filter, and say how many there are', () => {
    draw('word');
    expect([...document.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual([
      'All 3',
      'Notes 2',
      'Limits 1',
    ]);
    settle(() => one('.chip:nth-child(3)').click());
    expect(document.querySelectorAll('[role=option]')).toHaveLength(1);
  });
  test('a menu narrows to a service, and says how many are left', () => {
    draw('word');
    const menu = one('select[aria-label=Service]') as HTMLSelectElement;
    expect([...menu.options].map(({ text: label }) => label)).toEqual(['All services', 'AWS Demo (3)']);
    settle(() => {
      menu.value = 'demo';
      menu.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(document.querySelectorAll('[role=option]')).toHaveLength(3);
  });
  test('a correction is told, and can be refused', () => {
    draw('wrod');
    expect(text()).toContain('Showing word. Search “wrod” as typed');
    settle(() => one('.search-head .text-button').click());
    expect(text()).not.toContain('Showing word');
  });
  test('before anything is typed the open page’s topic is suggested, and can be opened', () => {
    opened.length = 0;
    draw('');
    expect(text()).toContain('On this page');
    expect(document.querySelectorAll('.chip')).toHaveLength(0);
    press('Enter');
    expect(opened).toEqual(['demo/a']);
  });
  test.each([
    ['Control and Enter', { key: 'Enter', ctrlKey: true }, 'source'],
    ['Alt and Enter', { key: 'Enter', altKey: true }, 'console'],
    ['Control and C', { key: 'c', ctrlKey: true }, 'copy'],
  ])('%s press what the bar offers for the active result', (_, keys, part) => {
    draw('word');
    const pressed: string[] = [];
    const bar = document.createElement('div');
    bar.className = 'bar';
    for (const name of ['source', 'console', 'copy']) {
      const button = document.createElement('button');
      button.dataset[name] = '';
      button.addEventListener('click', () => pressed.push(name));
      bar.append(button);
    }
    one('.quick-search').append(bar);
    settle(() => void one('input').dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true })));
    bar.remove();
    expect(pressed).toEqual([part]);
  });
  test('Escape empties the field, then leaves', () => {
    draw('word');
    press('Escape');
    expect(query).toBe('');
    press('Escape');
    expect(left).toBe(1);
  });
  test('nothing found is said, not shown as an empty list', () => {
    draw('none here');
    expect(text()).toContain('Nothing found');
    expect(one('input').getAttribute('aria-expanded')).toBe('false');
  });
});
