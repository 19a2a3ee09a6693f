import type { Element } from "../../orders/index.ts";
import { clausesOf, soundOf, spelledSurnameAt, surnameAt } from "../../platform/text/index.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { type Found, notObtained, recorded } from "./element.ts";
import { isAddressed, mostAddressed, titleFor } from "./name-title.ts";

const introduced =
  /(?:(?:免贵|我|俺|本人|我是|写|记|填)(?:就|个|我|上)?|(?<=^|[，。！？])复?)姓，?(?!名|啥|什么|氏|也|就|不|别(?:记|写|问|留|说|提|管))|(?:我|俺|本人|名字)(?:是)?叫(?!人|他|她|你)|姓名[：是]?/gu;
const notGiven =
  /[，。！？、\s今我是在就住那这哪哎嗯的了啊呢吧您你他她它俺咱们也都还有没从到和跟说个电话手机号一二三四五六七八九十0-9家老大小想要对不年什啥]/u;
/** After 我叫 a given name follows for sure, so only marks and words that no name holds end it. */
const afterName = /[，。！？、\s我俺你您他她它们的了啊呢吧哎嗯这那今在是住就都也还跟个什么啥]/u;

/** 何静今年六十: a second character that begins a time or a number belongs to what follows. */
const notAfterOne = /^(?:今年|今天|去年|就是|我们|电话|手机|住在|家住|[一二三四五六七八九十0-9]{2})/u;

/** 姓何，叫何秀英: what stands between the surname and the full name. */
const calls = /^，?我?(?:名字|大名|全名)?(?:就)?是?叫/u;

type Heard = { surname: string; given: string; turn: Turn; start: number; end: number };

/** 孙，孙海涛 · 郎郎德海 · 何静: the given name after the surname, one or two characters. */
function readFrom(turn: Turn, start: number, surname: string): Heard {
  const { text } = turn;
  let from = start + surname.length;
  if (text.charAt(from) === "，" && text.startsWith(surname, from + 1)) from += 1 + surname.length;
  else if (text.startsWith(surname, from)) from += surname.length;
  else if (
    calls.test(text.slice(from)) &&
    text.startsWith(surname, from + (calls.exec(text.slice(from))?.[0].length ?? 0))
  )
    from = text.indexOf(surname, from) + surname.length;
  const again = from > start + surname.length;
  const first = text.charAt(from);
  const second = text.charAt(from + 1);
  const ends = again ? afterName : notGiven;
  if (first === "" || ends.test(first)) return { surname, given: "", turn, start, end: start + surname.length };
  const given = second === "" || ends.test(second) || notAfterOne.test(text.slice(from + 1)) ? first : first + second;
  const boundary = text.charAt(from + given.length);
  const spells = new RegExp(`^\\p{Script=Han}{0,4}的${surname}|^的|^(?:里)?(?:的)?那个${surname}`, "u").test(
    text.slice(from + given.length),
  );
  const isName = (again && !spells) || boundary === "" || /[，。！？、]/u.test(boundary);
  return isName
    ? { surname, given, turn, start, end: from + given.length }
    : { surname, given: "", turn, start, end: start + surname.length };
}

/** The full name follows the spelling of the surname within so many characters. */
const laterMax = 60;

/** 姓计，计划的计，计宝全: the full name in a later clause, after the surname is spelled out. */
function saidLater(heard: Heard): Heard {
  const { surname, turn, end } = heard;
  const text = turn.text.slice(end, end + laterMax);
  const unmarked = new RegExp(`的${surname}(?=${surname}(\\p{Script=Han}{1,2}))`, "u").exec(text);
  const given = unmarked?.[1] ? givenIn(unmarked[1]) : "";
  if (unmarked && given !== "") return fullFrom(heard, end + unmarked.index + unmarked[0].length, given);
  for (const clause of clausesOf(text)) {
    const lead = calls.exec(clause.text)?.[0].length ?? 0;
    const rest = clause.text.startsWith(surname, lead) ? clause.text.slice(lead + surname.length) : "";
    if (/^\p{Script=Han}{1,2}$/u.test(rest) && !afterName.test(rest))
      return fullFrom(heard, end + clause.start + lead, rest);
  }
  const atEnd = new RegExp(`(?<=(?:的|字)\\p{Script=Han}{2,8})(?<!的)${surname}(\\p{Script=Han}{2})$`, "u").exec(text);
  return atEnd?.[1] && ![...atEnd[1]].some((char) => notGiven.test(char))
    ? fullFrom(heard, end + atEnd.index, atEnd[1])
    : heard;
}

/** The characters of a given name at the start of the text: those that no name holds end it. */
function givenIn(text: string): string {
  const cut = [...text].findIndex((char) => afterName.test(char));
  return cut >= 0 ? text.slice(0, cut) : text;
}

function fullFrom(heard: Heard, start: number, given: string): Heard {
  return { ...heard, given, start, end: start + heard.surname.length + given.length };
}

/** 联系人：阮女士 in a written message: the surname with the form of address the writer uses. */
function selfTitled(talk: Talk, turn: Turn): Heard[] {
  const words = talk.listening.titles.map((title) => title.word).join("|");
  const expression = new RegExp(
    `(?:联系人|来电人|反映人|投诉人|举报人|姓名|我是|叫我)[：:是，]?(?=\\p{Script=Han}{1,2}(?:${words}))`,
    "gu",
  );
  return [...turn.text.matchAll(expression)].flatMap((match): Heard[] => {
    const start = match.index + match[0].length;
    const surname = surnameAt(turn.text.slice(start));
    const title = surname
      ? new RegExp(`^(?:${words})`, "u").exec(turn.text.slice(start + surname.length))?.[0]
      : undefined;
    return surname && title ? [{ surname, given: title, turn, start, end: start + surname.length + title.length }] : [];
  });
}

function introductions(talk: Talk, turn: Turn): Heard[] {
  return [...turn.text.matchAll(introduced)].flatMap((match): Heard[] => {
    const start = match.index + match[0].length;
    const parts = spelledSurnameAt(turn.text.slice(start));
    if (parts) return [spelledOut(turn, start, parts)];
    const named = match[0].endsWith("叫") || match[0].startsWith("姓名");
    const first = turn.text.charAt(start);
    const surname = surnameAt(turn.text.slice(start)) ?? (named && !isAddressed(talk, first) ? null : first);
    if (!surname || !/\p{Script=Han}/u.test(surname)) return [];
    if (!surnameAt(surname) && notGiven.test(surname) && !isAddressed(talk, surname)) return [];
    const heard = readFrom(turn, start, surname);
    if (!named) return heard.given === "" ? [saidLater(heard)] : [heard];
    const full = /^[\p{Script=Han}]{1,2}/u.exec(turn.text.slice(start + surname.length))?.[0] ?? "";
    const given = givenIn(full);
    return given === "" ? [] : [{ surname, given, turn, start, end: start + surname.length + given.length }];
  });
}

/** 言午许，许传福: the surname told by its parts, and the full name where it follows. */
function spelledOut(turn: Turn, start: number, { surname, length }: { surname: string; length: number }): Heard {
  const end = start + length;
  const rest = turn.text.slice(end);
  if (rest.startsWith(surname)) {
    const given = givenIn(/^\p{Script=Han}{1,2}/u.exec(rest.slice(surname.length))?.[0] ?? "");
    if (given !== "") return { surname, given, turn, start: end, end: end + surname.length + given.length };
  }
  return saidLater({ surname, given: "", turn, start, end });
}

/** 不是夏，是贾: the caller puts the surname right, and the agent takes it up. */
function corrected(talk: Talk, turn: Turn): Heard[] {
  return [...turn.text.matchAll(/不(?:是|姓|对)[\p{Script=Han}]{0,3}，?(?:我)?(?:是|姓|应该是)/gu)].flatMap(
    (match): Heard[] => {
      const start = match.index + match[0].length;
      const surname = spelledSurnameAt(turn.text.slice(start))?.surname ?? surnameAt(turn.text.slice(start));
      return surname && isAddressed(talk, surname)
        ? [{ surname, given: "", turn, start, end: start + surname.length }]
        : [];
    },
  );
}

/** 言午许 as the answer to 贵姓. */
function spelledAnswer(turn: Turn): Heard[] {
  return clausesOf(turn.text).flatMap(({ text, start }): Heard[] => {
    const parts = spelledSurnameAt(text);
    return parts ? [spelledOut(turn, start, parts)] : [];
  });
}

/** 邓，邓红梅。 as the whole answer to 贵姓. */
function bareAnswer(turn: Turn): Heard[] {
  const start = turn.text.search(/[^，。嗯啊哦哎]/u);
  const surname = start < 0 || spelledSurnameAt(turn.text.slice(start)) ? null : surnameAt(turn.text.slice(start));
  if (!surname) return [];
  const heard = readFrom(turn, start, surname);
  const rest = turn.text.charAt(heard.end);
  return rest === "" || /[，。！？]/u.test(rest) ? [heard.given === "" ? saidLater(heard) : heard] : [];
}

const placeEnd = /[区镇乡村街路社店里楼局厂号营庄屯寨的了吗吧呢]$/u;

/** How far into the answer the surname is looked for, and surnames that are said twice as words: 谢谢, 三号楼楼梯. */
const doubledMax = 14;
const notDoubled = /[谢楼时常方平高]/u;

/** 木子李李强, 双口吕吕春生六十七: the surname twice where no mark parts how it is written from the name. */
function doubled(turn: Turn): Heard[] {
  const head = turn.text.slice(0, doubledMax);
  return [...head.matchAll(/(?<=[\p{Script=Han}])(\p{Script=Han})(?=\1(\p{Script=Han}{1,2}))/gu)].flatMap(
    (match): Heard[] => {
      const [, surname = "", next = ""] = match;
      const given = givenIn(next.replace(/(?<=^.)[一二三四五六七八九十]$/u, ""));
      const start = match.index + 1;
      const isSpelled = /^\p{Script=Han}{0,2}(?:的|那个)/u.test(turn.text.slice(start + 1 + given.length));
      if (!surnameAt(surname) || notDoubled.test(surname) || given === "" || placeEnd.test(given) || isSpelled)
        return [];
      return [{ surname, given, turn, start, end: start + 1 + given.length }];
    },
  );
}

/** 叫我老周就行，周国强: a clause of the reply that is a name and nothing else; 老周 alone gives the surname. */
function clauseAnswer(turn: Turn): Heard[] {
  return clausesOf(turn.text).flatMap(({ text, start }): Heard[] => {
    const surname = surnameAt(text);
    const rest = surname ? text.slice(surname.length) : "";
    const isName =
      /^[\p{Script=Han}]{1,2}$/u.test(rest) && ![...rest].some((char) => notGiven.test(char)) && !placeEnd.test(text);
    if (surname && isName && !spelledSurnameAt(text))
      return [{ surname, given: rest, turn, start, end: start + text.length }];
    const familiar = /叫我?[老小](\p{Script=Han})/u.exec(text);
    const called = familiar?.[1] ? surnameAt(familiar[1]) : null;
    if (!familiar || !called) return [];
    const at = start + familiar.index + familiar[0].length - called.length;
    return [{ surname: called, given: "", turn, start: at, end: at + called.length }];
  });
}

/** 骆驼的骆, 立早章: the caller explains which character is meant; a like-sounding one that was written down is put right. */
function explained(talk: Talk, name: string, text: string): string {
  return [...name]
    .map((char, at) => {
      if (at === 0 && isAddressed(talk, char)) return char;
      for (const match of text.matchAll(/(\p{Script=Han}{2,3})的(\p{Script=Han})(?!少|去|没|不|加|换|右|左|上|下)/gu)) {
        const [, word = "", meant = ""] = match;
        if (meant !== char && !name.includes(meant) && word.includes(meant) && soundOf(meant) === soundOf(char))
          return meant;
      }
      return char;
    })
    .join("");
}

/** 鱼师傅: what the agent makes of an answer in which no surname was told apart. */
function addressed(talk: Talk, answers: readonly Turn[]): Heard | undefined {
  const words = talk.listening.titles.map((title) => title.word).join("|");
  for (const { text } of talk.agent) {
    for (const match of text.matchAll(
      new RegExp(`(?<=^|[，。？]|好的|嗯|谢谢|感谢)(\\p{Script=Han})(?:${words})`, "gu"),
    )) {
      const surname = match[1] ?? "";
      const turn = answers.find((answer) => answer.text.includes(surname));
      if (!turn || notGiven.test(surname)) continue;
      const start = turn.text.indexOf(surname);
      return { surname, given: "", turn, start, end: start + 1 };
    }
  }
  return undefined;
}

/** The fullest form; among equally full ones the last, since later words correct earlier ones. */
function best(heard: readonly Heard[]): Heard | null {
  return heard.reduce<Heard | null>((chosen, each) => {
    if (!chosen) return each;
    const sameSurname = each.surname === chosen.surname;
    return each.given.length > chosen.given.length || (!sameSurname && each.given !== "") ? each : chosen;
  }, null);
}

/** Of all names heard those of the surname the agent speaks to, where there is one. */
function ofCaller(talk: Talk, heard: readonly Heard[]): readonly Heard[] {
  const surname = mostAddressed(talk, heard);
  return surname === null ? heard : heard.filter((each) => each.surname === surname);
}

/** 来电人: the full name when said, else the surname with the form of address the agent uses. */
export function nameOf(talk: Talk): Element {
  const answers = askedAbout(talk, "name").flatMap(({ replies }) => replies.slice(0, 2));
  const heard =
    best(
      ofCaller(talk, [
        ...answers.flatMap(spelledAnswer),
        ...answers.flatMap(clauseAnswer),
        ...answers.flatMap(bareAnswer),
        ...answers.flatMap(doubled),
        ...talk.citizen.flatMap((turn) => introductions(talk, turn)),
      ]),
    ) ??
    talk.citizen.flatMap((turn) => selfTitled(talk, turn))[0] ??
    talk.citizen.flatMap((turn) => corrected(talk, turn)).at(-1) ??
    addressed(talk, answers);
  if (!heard) return notObtained(talk, "name");
  const full = explained(talk, heard.surname + heard.given, heard.turn.text);
  const where: Omit<Found, "value" | "why"> = { turn: heard.turn, start: heard.start, end: heard.end };
  if (heard.given !== "") return recorded({ ...where, value: full, why: "来电人自报姓名" });
  const title = titleFor(talk, full);
  if (!title) return recorded({ ...where, value: full, why: "来电人只报姓氏" });
  return recorded({ ...where, value: full + title.title, also: [title.turn], why: "来电人报姓氏，坐席如此称呼" });
}
