import { readBase, type Base } from './base.ts';
import { readKnowledgeFiles, type Problem } from './files.ts';
import { allRules } from './rules/all-rules.ts';

export const knowledgeRoot = import.meta.dirname;

/**
 * Checks the shape of every file and then every rule.
 * @returns the base as far as it could be read, and every problem, by file and line
 */
export function checkFiles(files: Map<string, string>): { base: Base; problems: Problem[] } {
  const { base, problems } = readBase(files);
  for (const rule of allRules) problems.push(...runRule(rule, base));
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { base, problems };
}

/** One rule that fails on unforeseen data is one message, not the end of the check. */
function runRule(rule: (typeof allRules)[number], base: Base): Problem[] {
  try {
    return rule.check(base);
  } catch (error) {
    return [
      {
        file: 'rules',
        line: 1,
        message: `${rule.name} could not run: ${String(error)}; mend the pattern or the rule`,
      },
    ];
  }
}

/** The base on disk. @throws Error that lists every problem, if there is one */
export function readKnowledge(): Base {
  const { base, problems } = checkFiles(readKnowledgeFiles(knowledgeRoot));
  if (problems.length)
    throw new Error(`The knowledge base has mistakes:\n${problems.map(describeProblem).join('\n')}`);
  return base;
}

export const describeProblem = ({ file, line, message }: Problem) => `knowledge/${file}:${line}: ${message}`;
