const rounds = 15;

/** Times of several rounds after one to warm up. */
export async function repeat(round: (number: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number <= rounds; number += 1) times.push(await round(number));
  return times.slice(1);
}

/** An act's time, and what it gave. */
export function timed<Value>(act: () => Value): [milliseconds: number, value: Value] {
  const start = performance.now();
  const value = act();
  return [performance.now() - start, value];
}

/** The time that a share of all stays under. */
export function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line: median, p95 and p99 of times in milliseconds. */
export function report(what: string, times: number[]): void {
  say(
    `${what}: median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
  );
}

/** One line of the report. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
