import { checkFiles, describeProblem, knowledgeRoot } from './check.ts';
import { readKnowledgeFiles } from './files.ts';

const [name] = process.argv.slice(2);
if (name === 'check') {
  const { problems, base } = checkFiles(readKnowledgeFiles(knowledgeRoot));
  for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
  process.stderr.write(`${base.services.length} services, ${problems.length} problems\n`);
  process.exitCode = problems.length ? 1 : 0;
}
