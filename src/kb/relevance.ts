/** Below this the passage is about something else. */
const answerFloor = 0.3;

type Likeness = { coverage: number; cosine: number };

/** How near a passage is to the question, 0 to 1: half by shared words, half by vector. */
export const relevance = ({ coverage, cosine }: Likeness): number =>
  Math.round((coverage + Math.max(0, cosine)) * 500) / 1000;

/** Whether the passage is near enough to be offered. */
export const isAnswer = (row: Likeness): boolean => relevance(row) >= answerFloor;
