import type { Element } from "../../orders/index.ts";
import { everyMatch, type Matchers, says } from "../../platform/rules/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { matterTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";
import { nameStart } from "./place-spans.ts";
import type { Threat } from "./threat.ts";

type Candidate = { value: string; turn: Turn; start: number; end: number; score: number };

const plainName =
  /(?:公司|物业|物页|单位|店|学校|机构|总包|老板|包工头|经理|司机)(?:的)?(?:名字)?(?:是|叫|姓)(?:那个|什么)?(?:，叫什么，)?([\p{Script=Han}A-Za-z]{2,8})/gu;

/** 安居物业, 宏远建设: the word for the body with the name before it. */
function bodies(talk: Talk, turn: Turn): Candidate[] {
  const named = everyMatch(talk.listening.organisations, turn.text).map((match): Candidate => {
    const start = nameStart(turn.text, match.index);
    const end = match.index + match.length;
    const bare = start === match.index;
    return { value: turn.text.slice(start, end), turn, start, end, score: bare ? 1.5 : 3 };
  });
  const told = [...turn.text.matchAll(plainName)].map((match): Candidate => {
    const name = match[1] ?? "";
    const start = match.index + match[0].length - name.length;
    return { value: name, turn, start, end: start + name.length, score: 2.5 };
  });
  return [...named, ...told];
}

/** Things and people without a name of their own; bodies one turns to for help come last, they are seldom what is complained of. */
function things(talk: Talk, turn: Turn): Candidate[] {
  const { things: objects, authorities } = talk.listening;
  const read = (matchers: Matchers, score: number): Candidate[] =>
    everyMatch(matchers, turn.text).map(({ index, length, text }) => ({
      value: text,
      turn,
      start: index,
      end: index + length,
      score,
    }));
  return [...read(objects, 1), ...read(authorities, 0.3)];
}

/** 大货车 is restated as 货车 too. */
function isRestated(value: string, restatement: Restatement | null): boolean {
  const text = restatement?.turn.text ?? "";
  return text.includes(value) || (value.length > 2 && value.length < 4 && text.includes(value.slice(1)));
}

function weigh(
  talk: Talk,
  candidate: Candidate,
  restatement: Restatement | null,
  answers: ReadonlySet<number>,
): Candidate {
  const restated = isRestated(candidate.value, restatement) ? 1.5 : 0;
  const answer = answers.has(candidate.turn.at) ? 2.5 : 0;
  const around = candidate.turn.text.slice(Math.max(0, candidate.start - 5), candidate.start);
  const visited =
    says(talk.listening.topics.priorHandling.told, `${around}${candidate.value}`) ||
    /(?:找|去|给|跟|问|到|向|打)(?:过|了)?$/u.test(around)
      ? -1.5
      : 0;
  return { ...candidate, score: candidate.score + restated + answer + visited - candidate.turn.at * 0.03 };
}

/** 涉及对象: the body, person or thing the matter is about, by the caller's word for it. */
export function targetOf(talk: Talk, restatement: Restatement | null, threats: readonly Threat[]): Element {
  const answers = new Set(
    askedAbout(talk, "target").flatMap(({ replies }) => replies.slice(0, 1).map((turn) => turn.at)),
  );
  const threatening = threats.map((threat) => threat.turn);
  const turns = matterTurns(talk, restatement, 4).filter((turn) => !threatening.includes(turn));
  const asked = talk.citizen.filter((turn) => answers.has(turn.at) && !turns.includes(turn));
  const all = [...turns, ...asked].flatMap((turn) => [...bodies(talk, turn), ...things(talk, turn)]);
  const best = all.map((each) => weigh(talk, each, restatement, answers)).sort((a, b) => b.score - a.score)[0];
  if (!best) return notObtained(talk, "target");
  return recorded({
    value: best.value,
    turn: best.turn,
    start: best.start,
    end: best.end,
    why: "来电人说到的单位、人或物",
  });
}
