import { chooser } from './chosen.ts';
import { type Coverage, domainCoverage, type ServiceCoverage, serviceCoverage } from './coverage.ts';
import { dayOf } from './day.ts';
import type { ReviewBase } from './decks.ts';
import {
  type DayCount,
  forecast,
  learnedDays,
  rememberedShare,
  reviewsPerDay,
  streak,
  timeNeeded,
  timeSpent,
} from './statistics.ts';
import type { Stored } from './stored.ts';

/** What the statistics view shows. Days are the learner's. */
export interface Overview {
  /** `YYYY-MM-DD`. */
  today: string;
  /** Of the last 30 days; `share` is 0 to 1, null where there is no base. */
  remembered: { share: number | null; remembered: number; base: number };
  streak: { now: number; longest: number };
  dueToday: number;
  /** `about 4 minutes`, or null where nothing is known. */
  timeNeeded: string | null;
  /** Milliseconds spent in the last 30 days. */
  timeSpent: number;
  /** 19 weeks from Monday to Sunday. */
  weeks: DayCount[][];
  /** Today and the 29 days after. */
  forecast: DayCount[];
  exam: string;
  /** In the exam's order; `share` is the domain's percentage of the exam. */
  domains: (Coverage & { number: number; title: string; share: number })[];
  /** Those with anything in review, weakest first. */
  services: (ServiceCoverage & { name: string })[];
}

/** How far back what is remembered and spent is counted, and how far ahead what comes due: days. */
const span = 30;
const weeks = 19;

/**
 * Works out the statistics.
 * @param at epoch milliseconds, now
 * @param dueToday how many cards today's queue has
 */
export function overviewOf(
  { states, log, chosen, settings }: Stored,
  { decks, exams, services }: ReviewBase,
  { at, zone, dueToday }: { at: number; zone: string; dueToday: number },
): Overview {
  const rule = { zone, dayStartsAt: settings.dayStartsAt };
  const today = dayOf(at, rule);
  const isIn = chooser(chosen);
  const stateOf = new Map(states.map((state) => [state.id, state]));
  const coming = decks.flatMap((deck) =>
    deck.cards.flatMap((card) => (isIn(card, deck) ? (stateOf.get(card) ?? []) : [])),
  );
  const exam = exams.find(({ code }) => code === settings.exam.code);
  const domains = new Map(
    domainCoverage(decks, stateOf, settings.exam.code).map((domain) => [domain.domain, domain]),
  );
  const spent = timeSpent(log, span, today);
  return {
    today,
    remembered: rememberedShare(log, span, today),
    streak: streak(learnedDays(log), settings.restDays, today),
    dueToday,
    timeNeeded: timeNeeded(dueToday, spent.secondsPerCard),
    timeSpent: spent.milliseconds,
    weeks: reviewsPerDay(log, weeks, today),
    forecast: forecast(coming, span, today, rule),
    exam: settings.exam.code,
    domains: (exam?.domains ?? []).flatMap((domain) => {
      const found = domains.get(`${settings.exam.code}/${domain.number}`);
      return found ? { ...domain, cards: found.cards, seen: found.seen, mature: found.mature } : [];
    }),
    services: serviceCoverage(
      decks.filter((deck) => deck.cards.some((card) => isIn(card, deck))),
      stateOf,
      at,
      rule,
    ).map((service) => ({
      ...service,
      name: services[service.service] ?? service.service,
    })),
  };
}
