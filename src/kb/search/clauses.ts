/** Greetings and closings stand in so many answers that they say nothing about any of them. */
const commonFrom = 4;
const shortestCore = 10;

/** Clauses of plain text with their marks, in order. */
export const clausesOf = (plain: string): string[] => plain.split(/(?<=[。！？；，：、])/u).filter(Boolean);

/** What two clauses share that differ in figures, letters or marks only. */
export const clauseKey = (clause: string): string => clause.replace(/[\d\p{P}\p{S}a-z]+/gu, "");

/** Whether many articles have the clause: 答复第 1 号, 答复第 2 号. */
export const isCommon = (clause: string, articlesWith: (key: string) => number): boolean =>
  articlesWith(clauseKey(clause)) >= commonFrom;

/** Plain text without the clauses that many articles have; the whole text when hardly anything is left. */
export function coreOf(plain: string, articlesWith: (key: string) => number): string {
  const core = clausesOf(plain).filter((clause) => !isCommon(clause, articlesWith));
  const joined = core.join("");
  return joined.length > shortestCore ? joined : plain;
}
