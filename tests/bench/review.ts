import { execFileSync } from 'node:child_process';
import type { Frame, Page } from 'puppeteer-core';
import { readKnowledge } from '../../knowledge/check.ts';
import { compileCatalog } from '../../knowledge/compile-catalog.ts';
import { cardsOf } from '../../src/review/card.ts';
import { decksOf } from '../../src/review/decks.ts';
import { queueFor } from '../../src/review/queue.ts';
import { applyAct } from '../../src/review/schedule.ts';
import {
  type CardState,
  type Deck,
  defaultSettings,
  type Grade,
  type LogEntry,
  nothingChosen,
} from '../../src/review/state.ts';
import { todayOf } from '../../src/review/today.ts';
import { heedsGrades, openReview, question, stopBackground, store } from '../e2e/review-tools.ts';
import { startSession } from '../e2e/session.ts';
import { repeat, report, say, timed } from './measure.ts';

const oneDay = 86_400_000;
const stored = 5_000;
const zone = 'Europe/Berlin';
const layers = 'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/layers';

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** What a learner has who began that many days ago: cards answered now and then, each when it was due or somewhat later. */
function learned(decks: Deck[], count: number, now: number): { states: CardState[]; log: LogEntry[] } {
  const random = seeded(11);
  const log: LogEntry[] = [];
  const ids = decks.flatMap(({ cards }) => cards).slice(0, count);
  const states = ids.map((id) => {
    let state: CardState | null = null;
    let at = now - Math.floor(random() * 120 + 1) * oneDay;
    while (at < now - oneDay / 2) {
      const chance = random();
      const grade: Grade = chance < 0.12 ? 1 : chance < 0.25 ? 2 : chance < 0.9 ? 3 : 4;
      const before: CardState | null = state;
      state = applyAct(before, { id, revision: 'r' }, { kind: 'grade', grade }, at, defaultSettings, zone);
      log.push({
        id: `bench-${log.length}`,
        card: id,
        act: { kind: 'grade', grade },
        at,
        day: new Date(at).toISOString().slice(0, 10),
        took: 4_000 + Math.floor(random() * 20_000),
        scheduler: 'FSRS-6',
        before,
        after: state,
        isUndone: false,
      });
      at = state.due + Math.floor(random() * 2 * oneDay);
    }
    return state ?? applyAct(null, { id, revision: '' }, { kind: 'resume' }, at, defaultSettings, zone);
  });
  return { states, log: log.toSorted((a, b) => a.at - b.at) };
}

/** What review costs: its parts in Node, and what a learner waits for in a real browser with many cards stored. */
export async function benchReview(): Promise<void> {
  const services = compileCatalog(readKnowledge());
  const decks = services.flatMap(decksOf);
  const now = Date.now();
  const made = decks.reduce((sum, { cards }) => sum + cards.length, 0);
  report(
    `all ${made} cards made`,
    await repeat(
      async () =>
        timed(() => services.map(({ topics, short }) => topics.map((topic) => cardsOf(topic, short))))[0],
    ),
  );
  for (const size of [stored, 10_000]) await benchParts(grown(decks, size), size, now);
  await benchSession(decks, learned(decks, stored, now));
}

/** The decks again and again, under other ids, until there are that many cards. */
function grown(decks: Deck[], size: number): Deck[] {
  const all = [...decks];
  for (let copy = 1; all.reduce((sum, { cards }) => sum + cards.length, 0) < size; copy += 1)
    all.push(
      ...decks.map((deck) => ({
        ...deck,
        topic: `${deck.topic}-${copy}`,
        cards: deck.cards.map((card) => card.replace('#', `-${copy}#`)),
      })),
    );
  return all;
}

async function benchParts(decks: Deck[], size: number, now: number): Promise<void> {
  const { states } = learned(decks, size, now);
  const byId = new Map(states.map((state) => [state.id, state]));
  const chosen = { ...nothingChosen, sets: [...new Set(decks.map(({ service }) => service))] };
  const request = {
    settings: defaultSettings,
    chosen,
    decks,
    states: byId,
    scope: { kind: 'all' } as const,
    at: now,
    zone,
    today: todayOf([], ''),
    continueAnyway: false,
  };
  report(`${size} states: queue of everything`, await repeat(async () => timed(() => queueFor(request))[0]));
  report(
    `${size} states: queue of a topic`,
    await repeat(
      async () =>
        timed(() => queueFor({ ...request, scope: { kind: 'topic', topic: decks[0]?.topic ?? '' } }))[0],
    ),
  );
  const [state] = states;
  const act = { kind: 'grade', grade: 3 } as const;
  report(
    'a thousand acts scheduled',
    await repeat(
      async () =>
        timed(() => {
          for (let round = 0; round < 1000; round += 1)
            applyAct(state ?? null, { id: 'a/b#c', revision: '' }, act, now, defaultSettings, zone);
        })[0],
    ),
  );
}

/** In the browser: the frame in which something is painted that was not there when a key or button was pressed. */
async function benchSession(decks: Deck[], known: { states: CardState[]; log: LogEntry[] }): Promise<void> {
  if (process.env.NOBUILD !== '1')
    execFileSync('wxt', ['build', '--mv3', '-b', 'chrome'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const session = await startSession();
  const page = await openReview(session);
  await store(page, {
    chosen: { ...nothingChosen, sets: [...new Set(decks.map(({ service }) => service))] },
    settings: { ...defaultSettings, perDay: 9999 },
    ...known,
  });
  say(
    `${known.states.length} cards with ${known.log.length} answers stored, ${decks.length} topics in review`,
  );
  await page.reload();
  await question(page);
  report(
    'grade to next card painted (budget 50)',
    await repeat(async () => {
      await page.keyboard.press('Space');
      await heedsGrades(page);
      return fromPress(page, () => page.keyboard.press('3'));
    }),
  );
  report(
    'undo to the card before painted',
    await repeat(() => fromPress(page, () => page.keyboard.press('u'))),
  );

  const { page: tab, openPanel } = await session.visit(layers);
  let panel = await openPanel();
  const open = () => fromPress(panel, () => panel.click('#tab-review'));
  const leave = async () => {
    await panel.click('#tab-page');
    await panel.waitForSelector('.note');
  };
  report(
    'click on Review to question painted, open before (budget 150)',
    await repeat(async () => {
      await leave();
      return open();
    }),
  );
  const anew = async (stop: boolean) => {
    await leave();
    await tab.reload();
    panel = await openPanel();
    await panel.waitForSelector('.note');
    if (stop) await stopBackground(page);
    return open();
  };
  report('the same for the first time in a panel (budget 150)', await repeat(() => anew(false)));
  report('the same after the browser has stopped the background', await repeat(() => anew(true)));
  await session.close();
}

/** Milliseconds from a press to the end of the frame in which another question is painted. */
async function fromPress(page: Page | Frame, press: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const former = document.querySelector('.question');
    const painted = new Promise<number>((resolve) => {
      let pressed = 0;
      for (const kind of ['keydown', 'pointerdown'] as const)
        addEventListener(kind, ({ timeStamp }) => (pressed ||= timeStamp), { capture: true, once: true });
      const look = () => {
        const shown = document.querySelector('.question');
        if (!pressed || !shown || shown === former) return void requestAnimationFrame(look);
        // After the frame's callbacks comes its paint, after that the next task.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - pressed));
        port1.start();
        port2.postMessage(null);
        return undefined;
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { painted });
  });
  await press();
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}
