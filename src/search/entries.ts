import type { NoteKind, Service } from '../knowledge/catalog.ts';
import { defaultText, valueText } from '../knowledge/limit-text.ts';
import { limitText, noteText, plainLine } from '../knowledge/plain-text.ts';

/** One thing that can be found: a note or a limit. */
export interface SearchEntry {
  /** Id of the note or limit. */
  id: string;
  kind: NoteKind | 'limit';
  /** Service id. */
  service: string;
  /** Topic id with its service: `lambda/concurrency`. */
  topic: string;
  title: string;
  /** The line a result shows below its title: the value of a limit, the first point of a note. */
  line: string;
  /** Everything it says, as plain text. */
  text: string;
  topicTitle: string;
  /** Codes of the exams its topic serves. */
  exams: string[];
  keywords: string[];
}

/** Everything in a catalog that can be found. */
export function searchEntries(services: Service[]): SearchEntry[] {
  return services.flatMap((service) =>
    service.topics.flatMap((topic) => {
      const place = {
        service: service.id,
        topic: topic.id,
        topicTitle: topic.title,
        exams: [...new Set(topic.exams.map(({ code }) => code))],
      };
      return [
        ...topic.notes.map((note) => ({
          ...place,
          id: note.id,
          kind: note.kind,
          title: plainLine(note.title),
          line: plainLine(note.points[0] ?? ''),
          text: noteText(note),
          keywords: note.keywords ?? [],
        })),
        ...topic.limits.map((limit) => ({
          ...place,
          id: limit.id,
          kind: 'limit' as const,
          title: plainLine(limit.name),
          line: [
            valueText(limit),
            limit.equals,
            defaultText(limit),
            limit.formerly && `formerly ${limit.formerly.said}`,
          ]
            .filter(Boolean)
            .join(' · '),
          text: limitText(limit),
          keywords: limit.keywords ?? [],
        })),
      ];
    }),
  );
}
