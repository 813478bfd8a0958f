import { expect, test } from 'vitest';
import { Attempts } from '../../src/renderer/client/attempts.ts';

test('the same request keeps its key until it is answered', () => {
  const attempts = new Attempts();
  const first = attempts.keyFor({ a: 1 });
  expect(attempts.keyFor({ a: 1 })).toBe(first);
  attempts.answered();
  expect(attempts.keyFor({ a: 1 })).not.toBe(first);
});

test('another request has another key', () => {
  const attempts = new Attempts();
  expect(attempts.keyFor({ a: 1 })).not.toBe(attempts.keyFor({ a: 2 }));
});
