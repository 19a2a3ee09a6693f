export type Figure = { mean: number; standardError: number };
export type Quality = { queries: number; recallAt1: Figure; recallAt10: Figure; mrr: Figure };

/** Recall and mean reciprocal rank with their standard errors; a rank is null when the article was not listed. */
export function qualityOf(ranks: readonly (number | null)[]): Quality {
  return {
    queries: ranks.length,
    recallAt1: figureOf(ranks.map((rank) => Number(rank === 1))),
    recallAt10: figureOf(ranks.map((rank) => Number(rank !== null && rank <= 10))),
    mrr: figureOf(ranks.map((rank) => (rank ? 1 / rank : 0))),
  };
}

function figureOf(values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean: round4(mean), standardError: round4(Math.sqrt(variance / values.length)) };
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
