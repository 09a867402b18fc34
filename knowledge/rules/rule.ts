import type { Base } from '../base.ts';
import type { Problem } from '../files.ts';

/** One law of the knowledge base beyond the shape of its files. */
export interface Rule {
  name: string;
  /** Why the rule exists, in one sentence. */
  reason: string;
  check: (base: Base) => Problem[];
  /** Changes to the example base that break the rule, and no other. The example base itself keeps it. */
  failing: Record<string, string>[];
  /** Changes that look close to breaking it and are right. */
  passing?: Record<string, string>[];
}
