import { describe, expect, test } from 'vitest';
import { gapOf } from '../../src/review/cloze.ts';

const gap = (point: string, title = 'A title') => gapOf({ title, points: [point] });

describe('a gap', () => {
  test.each([
    [
      'The token is valid for **2 days**; then subscribe again.',
      'The token is valid for ____; then subscribe again.',
      '2 days',
      { to: 2, unit: 'days' },
    ],
    [
      'SQS gets **100,015 attempts** over many days.',
      'SQS gets ____ over many days.',
      '100,015 attempts',
      { to: 100_015, unit: 'attempts' },
    ],
    [
      'The weight is at most **15%** of all.',
      'The weight is at most ____ of all.',
      '15%',
      { to: 15, unit: '%' },
    ],
  ])('%s', (point, line, answer, expected) => {
    expect(gap(point)).toEqual({ line, answer, expected });
  });

  test.each([
    ['no number is stressed', 'The token is valid for 2 days; then subscribe again.'],
    ['two are', 'Between **2 days** and **9 days** after it was made.'],
    ['the number has no unit, so it may be a code', 'The load balancer answers **502** to the client then.'],
    ['it is no amount', 'For status **400 or higher** only these functions run.'],
    ['it is the end of a calculation', 'Nine tasks at half a unit = **5 units** of work.'],
    ['the line is full of numbers', 'At minute 0, 3, 6 and 9 a step, so all after **12 minutes** or so.'],
    ['too little is left to know what is asked', 'Cause: **350 seconds** idle.'],
  ])('is not made where %s', (_, point) => {
    expect(gap(point)).toBeNull();
  });

  test('is not made where the title tells it', () => {
    expect(gap('The token is valid for **2 days** after it was sent.', 'Confirm within 2 days')).toBeNull();
  });

  test('comes from the first line that has one', () => {
    const points = [
      'Nothing here.',
      'It waits for **3 minutes** without a call.',
      'Then for **9 hours** more or less.',
    ];
    expect(gapOf({ title: 'A title', points })?.answer).toBe('3 minutes');
  });
});
