import { everyMatch, firstMatch, type Matchers, says } from "../../platform/rules/index.ts";
import { clausesOf, findTimes, surnameAt } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { matterOf } from "../talk/restatement.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import { nameStart, writtenNameStart } from "./place-spans.ts";
import { wordsOf } from "./target-words.ts";

/** A body, person or thing that a turn names: plain characters [start, end), and how it is written in the order. */
export type Candidate = {
  readonly value: string;
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  /** What made it one: a word list, the frame it stands in, or nothing but its parts of speech. */
  readonly kind:
    | "body"
    | "called"
    | "answered"
    | "subject"
    | "supplier"
    | "accused"
    | "person"
    | "thing"
    | "words"
    | "headed"
    | "marked";
};

const calledMax = 10;
const answerMin = 2;
const answerMax = 14;
const nameEnd = /[，。！？、；的那这在我俺你他她它了吧啊呢就是]/u;

/** Words before a name that belong to the sentence: 投诉安居物业, 就是那家宏远建设. */
export function withoutLead(talk: Talk, text: string, start: number, end: number): number {
  let from = start;
  for (let round = 0; round < 4; round += 1) {
    const lead = firstMatch(talk.listening.targetParts.leads, text.slice(from, end));
    if (lead?.index !== 0 || lead.length >= end - from) break;
    from += lead.length;
  }
  return from;
}

/** A name is looked for again in so many turns, so that the work stays in step with the length of the call. */
const repeatTurnsMax = 60;

/** In speech without punctuation the name begins where other turns begin it too: 外墙保温立信保温 is 立信保温 when said so elsewhere. */
function repeatedStart(talk: Talk, turn: Turn, from: number, word: number, end: number): number {
  for (let start = from; start <= word - 2; start += 1) {
    const name = turn.text.slice(start, end);
    if (talk.turns.slice(0, repeatTurnsMax).some((other) => other !== turn && other.text.includes(name))) return start;
  }
  return from;
}

/** Words that end the name of a company in speech and are words of their own in writing: 轨道交通建设, 孩子的教育. */
const loose =
  /^(?:建设|教育|科技|装饰|建筑|家电|英语|物流|房产|地产|建材|保温|劳务|家政|摄影|连锁|移动|联通|电信|停车场|市场|公园|广场|商场|公寓)$/u;

/** What stands before these in writing is the sentence, seldom a name. */
const role = /^(?:开发商|施工方|施工队|施工单位|中介|项目部|工厂|学校|超市|饭店|村委会|居委会|物业)$/u;

function isLoose(turn: Turn, word: string): boolean {
  return turn.isWritten && loose.test(word);
}

/** Words of the sentence that run into a name in speech without marks: 老太太头疼|物业, 没钥匙打|维保公司, 只有十二度|热力公司. */
const runsIn =
  /^(?:投诉|举报|反映|咨询|建议|一下|[有没说还要想能会从又也都再快把被让或着该叫]|[打接砸丢找问叫说给去退拖欠喊催]|现场|在场|上门|值班|[\p{Script=Han}]{0,2}(?:疼|痛|晕|咳嗽|发烧)|[0-9零一二两三四五六七八九十百]+(?:度|次|趟|回|遍|天|年|个月|块|元|分钟|小时|口|头|只))$/u;

function withoutSentence(turn: Turn, start: number, word: number): number {
  const inside = wordsOf(turn).filter((each) => each.start >= start && each.end <= word);
  return inside.findLast((each) => runsIn.test(each.word))?.end ?? start;
}

/** 安居物业, 宏远建设: the word for the body with the name before it; 湖滨公园 is more often a place than a party. */
export function bodies(talk: Talk, turn: Turn): Candidate[] {
  const { venues } = talk.listening.targetParts;
  const read = (matchers: Matchers): Candidate[] =>
    everyMatch(matchers, turn.text)
      .filter((match) => !isLoose(turn, match.text))
      .map((match): Candidate => {
        const end = match.index + match.length;
        const named = turn.isWritten ? writtenNameStart(turn.text, match.index) : nameStart(turn.text, match.index);
        const from = Math.min(withoutLead(talk, turn.text, named, end), match.index);
        const isName =
          !(turn.isWritten && role.test(match.text)) &&
          !says(talk.listening.targetParts.noName, turn.text.slice(from, match.index));
        const begin = turn.isWritten ? from : withoutSentence(turn, from, match.index);
        const start = isName ? repeatedStart(talk, turn, begin, match.index, end) : match.index;
        return { value: turn.text.slice(start, end), turn, start, end, kind: "body" };
      });
  return [...read(talk.listening.organisations), ...read(venues)];
}

/** 叫老地方酒馆, 牌子上写的宏远: what the caller says it is called. */
export function called(talk: Talk, turn: Turn): Candidate[] {
  return everyMatch(talk.listening.targetParts.called, turn.text).flatMap((match): Candidate[] => {
    const start = match.index + match.length;
    const rest = turn.text.slice(start, start + calledMax);
    const stop = rest.search(nameEnd);
    const name = stop < 0 ? rest : rest.slice(0, stop);
    if (name.length < answerMin || says(talk.listening.targetParts.noName, name)) return [];
    return [{ value: name, turn, start, end: start + name.length, kind: "called" }];
  });
}

/** 鼎盛物流，在金桥街道: the clause of an answer to 哪家公司 that is a name. */
export function answered(talk: Talk, turn: Turn): Candidate[] {
  const clause = clausesOf(turn.text).find(({ text, start, end }) => {
    const from = withoutLead(talk, turn.text, start, end);
    return (
      end - from >= answerMin &&
      end - from <= answerMax &&
      !/^(?:我|俺|免贵)?姓/u.test(text) &&
      !says(talk.listening.targetParts.noName, text)
    );
  });
  if (!clause) return [];
  const start = withoutLead(talk, turn.text, clause.start, clause.end);
  const value = turn.text.slice(start, clause.end).replace(/(?:啊|呀|呢|吧|的)+$/u, "");
  return [{ value, turn, start, end: start + value.length, kind: "answered" }];
}

/** 包工头钱立峰, 户主叫胡广财, 业主姓宫: who it is, with the name where the caller knows it. */
export function people(talk: Talk, turn: Turn): Candidate[] {
  const { people: actors, affected } = talk.listening.targetParts;
  const found = [...peopleIn(turn, actors), ...peopleIn(turn, affected)];
  return [...found, ...found.flatMap((each) => byDeed(each) ?? [])];
}

const deed = /(?:卖|养|收|开|修|送|做|占|停|乱停|拉|跳|遛|放|种|租)[\p{Script=Han}]{1,4}的(?:那个|这个)?$/u;
const deedMax = 8;

/** 卖鱼的|摊主, 占道停车的|车主: somebody without a name is told by what they do. */
function byDeed(person: Candidate): Candidate | null {
  const { turn, start, end } = person;
  const found = deed.exec(turn.text.slice(Math.max(0, start - deedMax), start));
  if (!found || turn.isWritten) return null;
  const from = start - found[0].length;
  return { ...person, value: `${found[0].replace(/[那这]个$/u, "")}${person.value}`, start: from, end };
}

function peopleIn(turn: Turn, words: Matchers): Candidate[] {
  return everyMatch(words, turn.text).map((match): Candidate => {
    const end = match.index + match.length;
    const after = /^(?:(?:，(?=叫|姓|名|大名))?的?(?:名字|大名)?(?:是|叫)?(?:叫|姓)|是)?(\p{Script=Han}{1,4})?/u.exec(
      turn.text.slice(end),
    );
    const rest = after?.[1] ?? "";
    const surname = surnameAt(rest);
    const isSaid = (after?.[0].length ?? 0) > rest.length;
    const given = surname
      ? (/^[^，。的他说就不是在把跟给没要还也都了]{1,2}(?=$|[，。的他说就不是在把涉违利挪贪侵收从将于以私拖骗为去今昨长自擅占低因与和])/u.exec(
          rest.slice(surname.length),
        )?.[0] ?? "")
      : "";
    const name = surname && (given !== "" || isSaid) ? surname + given : "";
    const nameEndAt = name === "" ? end : end + (after?.[0].length ?? 0) - rest.length + name.length;
    const value = name === "" ? match.text : `${match.text}${given === "" ? `（姓${name}）` : name}`;
    return { value, turn, start: match.index, end: nameEndAt, kind: "person" };
  });
}

/** Things, people and bodies one turns to, without a name of their own. */
export function things(talk: Talk, turn: Turn): Candidate[] {
  const { things: objects, authorities, targetParts } = talk.listening;
  const read = (matchers: Matchers): Candidate[] =>
    everyMatch(matchers, turn.text).map(({ index, length, text }) => ({
      value: text,
      turn,
      start: index,
      end: index + length,
      kind: "thing",
    }));
  return [...read(objects), ...read(targetParts.affected), ...read(authorities)];
}

/** 热力的电话打不通 in a call about cold radiators: the supplier, by the word the call uses for it. */
export function suppliers(talk: Talk): Candidate[] {
  const concerned = talk.listening.targetParts.suppliers.filter(({ matters }) => says(matters, talk.citizenText));
  return concerned.flatMap(({ body, words }) =>
    talk.turns.flatMap((turn): Candidate[] => {
      const said = firstMatch(words, turn.text);
      if (!said) return [];
      return [{ value: body, turn, start: said.index, end: said.index + said.length, kind: "supplier" }];
    }),
  );
}

/** Shortest and longest subject of a matter, in characters. */
const subjectMin = 2;
const subjectMax = 12;

/** The part of `tail` that its own deed follows (鼎盛物流|拖欠), as the caller said it; null when the caller did not. */
function spokenSubject(talk: Talk, tail: string): { turn: Turn; start: number; value: string } | null {
  const { acts } = talk.listening.targetParts;
  let longest: { turn: Turn; start: number; value: string } | null = null;
  for (let length = subjectMin; length <= Math.min(subjectMax, tail.length); length += 1) {
    const value = tail.slice(0, length);
    const turn = talk.citizen.find((each) => each.text.includes(value));
    if (!turn) break;
    longest = { turn, start: turn.text.indexOf(value), value };
    if (says(acts, tail.slice(length)) || length === tail.length) break;
  }
  return longest;
}

/** Who or what does it in the matter read back: after the place, before the time and the deed. */
export function subjects(talk: Talk, restatement: Restatement | null): Candidate[] {
  const matter = restatement ? matterOf(restatement) : "";
  const clause = clausesOf(matter)[0]?.text ?? "";
  const time = findTimes(clause, talk.call.startedAt).find((when) => when.start > 0);
  const head = time ? clause.slice(0, time.start) : clause;
  const last = everyMatch(talk.listening.targetParts.placeEnds, head).at(-1);
  if (!last) return [];
  const rest = head.slice(last.index + last.length).replace(/[从自于在打]$/u, "");
  const tail = rest.slice(withoutLead(talk, rest, 0, rest.length));
  const found =
    tail.length >= subjectMin && !says(talk.listening.targetParts.noName, tail) ? spokenSubject(talk, tail) : null;
  if (!found || found.value.length < subjectMin + 1) return [];
  return [{ ...found, end: found.start + found.value.length, kind: "subject" }];
}

const accusing =
  /(?:投诉|举报|曝光|状告|要告|告一下|告(?![诉知示别辞]))(?:一下|一个|一家|的是|我们|俺们|咱们|那个|这个|这家|那家|你们|就是|是|，)*/gu;
const accusedMax = 12;
const accusedEnd =
  /[，。！？；、]|(?:他们?|她|它|不|乱|没|把|在|欠|私|违|长期|天天|半夜|夜里|晚上|占|给|让|被|拖|这|那|我|俺|从|跟|就|收|卖|骗|停|扣|态度|的(?!士)|老是|总是|一直|司机)/u;

/** 我要投诉残联，: what stands behind the verb of a complaint, to the end of the clause or its own deed. */
export function accused(talk: Talk, turn: Turn): Candidate[] {
  if (turn.role !== "citizen" || turn.isWritten) return [];
  return [...turn.text.matchAll(accusing)].flatMap((match): Candidate[] => {
    const from = match.index + match[0].length;
    const rest = turn.text.slice(from, from + accusedMax);
    const stop = rest.search(accusedEnd);
    const name = stop < 0 ? rest : rest.slice(0, stop);
    if (name.length < answerMin || (stop < 0 && rest.length === accusedMax)) return [];
    const start = withoutLead(talk, turn.text, from, from + name.length);
    const value = turn.text.slice(start, from + name.length);
    if (value.length < answerMin || says(talk.listening.targetParts.noName, value)) return [];
    return [{ value, turn, start, end: start + value.length, kind: "accused" }];
  });
}
