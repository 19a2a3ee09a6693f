/** The month of an instant in the time of the city, `2026-03`, moved by so many months. */
export function monthOf(nowMs: number, moved = 0): string {
  const there = new Date(nowMs + 8 * 3_600_000);
  const month = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + moved, 1));
  return month.toISOString().slice(0, 7);
}

export const isMonth = (word: string | null): word is string =>
  word !== null && /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(word);
