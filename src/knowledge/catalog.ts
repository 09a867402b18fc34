/** Where a fact was seen. */
export interface Source {
  title: string;
  url: string;
}

/** An older statement beside today's. */
export interface Formerly {
  said: string;
  now: string;
  /** `YYYY-MM` or `YYYY`; absent where no source names the date. */
  until?: string;
}

export type NoteKind = 'concept' | 'how-to' | 'comparison' | 'gotcha' | 'pattern' | 'error' | 'command';

interface Fact {
  /** `service/name`; unique in the whole base and never changed. */
  id: string;
  keywords?: string[];
  formerly?: Formerly;
  sources: Source[];
  /** `YYYY-MM-DD`, the day the fact was last seen at its sources. */
  verified: string;
}

/** One idea: a title and at most seven lines of inline Markdown. */
export interface Note extends Fact {
  kind: NoteKind;
  title: string;
  points: string[];
  table?: { columns: string[]; rows: string[][] };
  code?: string;
  trap?: string;
  question?: string;
  answer?: string;
}

export type Adjustable = 'yes' | 'no' | 'automatic';
export type Scope =
  'organization' | 'account' | 'account-and-region' | 'region' | 'zone' | 'resource' | 'request';

/** A number that AWS documents. Has a value, or a minimum or maximum or both. */
export interface Limit extends Fact {
  name: string;
  value?: number | string;
  minimum?: number;
  maximum?: number;
  default?: number | string;
  unit?: string;
  equals?: string;
  scope: Scope;
  of?: string;
  adjustable: Adjustable;
  /** Service Quotas code with the service code it belongs to. */
  quota?: { service: string; code: string };
  remark?: string;
}

/** A topic as a link to it needs it. */
export interface TopicLink {
  /** `service/topic`. */
  id: string;
  title: string;
  /** What people call its service. */
  service: string;
  notes: number;
  limits: number;
}

/** What one console page is about. */
export interface Topic {
  /** `service/topic`. */
  id: string;
  title: string;
  /** Exam tasks: exam code, domain number and domain title. */
  exams: { code: string; domain: number; title: string }[];
  /** Topics worth opening from here, of this service or another. */
  related: TopicLink[];
  /** Ids of the console pages it is about. */
  pages: string[];
  notes: Note[];
  limits: Limit[];
}

/** A page of a service's console. */
export interface ConsolePage {
  id: string;
  /** What the console calls it. */
  title: string;
  /** Where a link can lead: path and in-page route. Absent for pages of one thing, which only its name leads to. */
  path?: string;
}

/** One service with everything known about it. */
export interface Service {
  id: string;
  name: string;
  short: string;
  category: string;
  docs: string;
  /** Path and hash of its console's start page. */
  home?: string;
  status?: { text: string; since?: string; successor?: string };
  /** Abbreviations, aliases and former names, for search. */
  names: string[];
  pages: ConsolePage[];
  topics: Topic[];
}

/** What a list of services needs, without the text of the notes. A service may have no topics yet. */
export interface ServiceSummary {
  id: string;
  name: string;
  short: string;
  category: string;
  topics: { id: string; title: string; notes: number; limits: number }[];
}
