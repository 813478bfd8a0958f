/** Operations a second of `batch`, which does `count` operations each time; the median of several rounds after a warm-up. */
export const rate = async (count: number, rounds: number, batch: () => unknown): Promise<number> => {
  await batch();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await batch();
    rates.push((count / (performance.now() - started)) * 1000);
  }
  return median(rates);
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
