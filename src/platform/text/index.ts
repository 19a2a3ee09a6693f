export { type Clause, clausesOf, sentencesOf } from "./clauses.ts";
export { type DigitRun, digitRuns, isMobile, isPhone } from "./digits.ts";
export { normalise, type Plain, plainText, sourceWords } from "./normalise.ts";
export { chineseNumber, digitOf } from "./numbers.ts";
export { findName, soundOf, soundsLike } from "./sounds.ts";
export { surnameAt } from "./surnames.ts";
export { type TaggedWord, taggedWords } from "./tagged-words.ts";
export { findTimes, type When } from "./when.ts";
export { wordDictionary } from "./word-dictionary.ts";
