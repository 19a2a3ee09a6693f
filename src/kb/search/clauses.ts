import { addToHash, emptyHash, endHash, hashOf } from "./bags.ts";

/** Greetings and closings stand in so many answers that they say nothing about any of them. */
const commonFrom = 4;
const shortestCore = 10;

/** Clauses of plain text with their marks, in order. */
export const clausesOf = (plain: string): string[] => plain.split(/(?<=[。！？；，：、])/u).filter(Boolean);

/** What two clauses share that differ in figures, letters or marks only. */
export const clauseKey = (clause: string): string => clause.replace(/[\d\p{P}\p{S}a-z]+/gu, "");

/** Which clause it is, by the hash of its key, and in how many articles that stands. */
export type ArticlesWith = (keyHash: number) => number;

/** Whether many articles have the clause: 答复第 1 号, 答复第 2 号. */
export const isCommon = (clause: string, articlesWith: ArticlesWith): boolean =>
  articlesWith(keyHashOf(clause)) >= commonFrom;

/** Plain text without the clauses that many articles have; the whole text when hardly anything is left. */
export function coreOf(plain: string, articlesWith: ArticlesWith): string {
  let core = "";
  let [keptFrom, clauseFrom, hash, hasHalf] = [0, 0, emptyHash, false];
  for (let end = 1; end <= plain.length; end += 1) {
    const code = plain.charCodeAt(end - 1);
    const kind = kindOf(code);
    if (kind === ofKey) hash = addToHash(hash, code);
    if (kind === half) hasHalf = true;
    if (kind !== mark && end < plain.length) continue;
    if (articlesWith(hasHalf ? keyHashOf(plain.slice(clauseFrom, end)) : endHash(hash)) >= commonFrom) {
      core += plain.slice(keptFrom, clauseFrom);
      keptFrom = end;
    }
    [clauseFrom, hash, hasHalf] = [end, emptyHash, false];
  }
  core += plain.slice(keptFrom);
  return core.length > shortestCore ? core : plain;
}

const [ofKey, leftOut, mark, half] = [1, 2, 3, 4];
/** By code unit, 0 where it was not met yet: patterns for every clause of every article are a tenth of the work. */
const kinds = new Uint8Array(1 << 16);

function kindOf(code: number): number {
  if (kinds[code] === 0) {
    const char = String.fromCharCode(code);
    const isOfKey = clauseKey(char) === char;
    kinds[code] = /\p{Cs}/u.test(char) ? half : "。！？；，：、".includes(char) ? mark : isOfKey ? ofKey : leftOut;
  }
  return kinds[code] ?? leftOut;
}

/** `hashOf(clauseKey(clause))`. */
function keyHashOf(clause: string): number {
  let hash = emptyHash;
  for (let at = 0; at < clause.length; at += 1) {
    const code = clause.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === half) return hashOf(clauseKey(clause));
    if (kind === ofKey) hash = addToHash(hash, code);
  }
  return endHash(hash);
}
