/** Playing begins a little before the words. */
const leadMs = 1_000;

/** From where to play what was said at a moment, in ms. */
export const playFrom = (atMs: number): number => Math.max(0, atMs - leadMs);
