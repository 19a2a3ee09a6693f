import type { Element } from "../../orders/index.ts";
import { says } from "../../platform/rules/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { substantialTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";
import {
  accused,
  answered,
  bodies,
  type Candidate,
  called,
  people,
  subjects,
  suppliers,
  things,
  withoutLead,
} from "./target-candidates.ts";
import { type Considered, choose } from "./target-choice.ts";
import { featureReader, type Heard } from "./target-features.ts";
import { headed } from "./target-headed.ts";
import { marked, mayBeMarked } from "./target-marked.ts";
import { fullName } from "./target-name.ts";
import { sceneOf } from "./target-scenes.ts";
import { isWhereabouts } from "./target-signs.ts";
import { type TargetWeights, targetWeights } from "./target-weights.ts";
import { wordSpans, wordsOf } from "./target-words.ts";
import type { Threat } from "./threat.ts";

/** A letter tells whom it is about near its beginning. */
const writtenChars = 300;

/** In a letter these are its reader or those it speaks for, not whom it is about. */
const bystander =
  /^(?:书记|局长|主任|居民|业主|住户|老人|村民|乘客|主管|政府|学生|[一二三四五六七八九十0-9]+路)$|没有|不了|上建|委托|反对|[^一]以/u;

/** Words of a sentence that stand in no name: 写没写我没看清, 那就好, 头疼物业 of a clause without marks. */
const sentence =
  /[我俺你您他她它咱啥啊呢吗呀嘛么哦嗯]|(?<![网酒])吧|没|不(?!动产|锈|夜|良)|就(?!业)|很|(?<![老太])太(?![太平阳和极原湖])|怎|也|(?<!首)都(?!市)|[了着]|过(?![不街水滤])|(?:意思|口气|一下|可以|知道)$/u;

/** 骑|电动车, 离|小学: a deed or a direction of one character before what is named. */
const deedFirst = /^[vpd]/u;

/** Whether the stretch is a name as far as its words tell: no sentence, and no deed before it. */
function isName(turn: Turn, { start, end, kind }: Candidate): boolean {
  if (kind === "called" || turn.isWritten) return true;
  const words = turn.text.slice(start, end);
  if (kind !== "marked" && (sentence.test(words) || words.startsWith("的"))) return false;
  const [first, second] = wordsOf(turn).filter((word) => word.start >= start && word.start < end);
  const isDeed = first?.start === start && first.word.length === 1 && deedFirst.test(first.tag);
  return !(isDeed && second !== undefined && second.word.length > 1);
}

/** 往北二三十米|路面: a way and how far, no name. */
const wayThere = /[往向朝][东西南北]|[0-9零一二两三四五六七八九十百]+(?:来|多)?米/u;

/** 人民医院|对面那个路灯: what only tells where something else stands. */
const passedBy = /^的?(?:斜?对面|斜?对过|旁边|隔壁|附近)/u;

/** The turns that may name the party: threats tell where they will go, not what it is about. */
function turnsOf(talk: Talk, threats: readonly Threat[]): { turns: Turn[]; named: ReadonlySet<Turn> } {
  const asked = askedAbout(talk, "target").map(({ question, replies }) => ({ question, reply: replies.slice(0, 1) }));
  const replies = asked.flatMap(({ reply }) => reply);
  const asksName = (text: string): boolean => says(talk.listening.targetParts.asksName, text);
  const named = new Set(asked.flatMap(({ question, reply }) => (asksName(question.text) ? reply : [])));
  const threatening = threats.map(({ turn }) => turn);
  const turns = substantialTurns(talk).filter((turn) => !threatening.includes(turn));
  return { turns: [...new Set([...turns, ...replies])], named };
}

/** How the agent addresses somebody, and words of the talk itself: never what a matter is about. */
const ofTheTalk =
  /(?:先生|女士|阿姨|大爷|大叔|大妈|大娘|大姐|大哥|师傅|您好|奶奶好|电话|号码|手机号?|热线|工单|诉求|期限|时候|问题|情况|事情|办法|手续|理由|建议|要求|上午|下午|早上|晚上|夜里|复议|仲裁|信访|信息公开|政府信息|快递|微信|短信|身份证|户口本?|发票|收据|证据|录音|照片|视频|回复|答复|反映|方便|大概|左右|之间|以后|以前|玩水|天花板|孩子|女儿|儿子|爱人|老婆|老公|媳妇)$|^(?:[\p{Script=Han}]{1,2}(?:先生|女士|阿姨|大爷|大叔|大妈|大姐|大哥|师傅)|左右|之间|现在|已经|大概|一次|号)|热线|核查|受理|办理|纪检|纪委|监委|知书$|(?<!基)因(?!特)/u;

/** Stretches of nouns; those across the parts of a place left out. */
function wordCandidates(talk: Talk, heard: Heard, turn: Turn): Candidate[] {
  const text = turn.isWritten ? turn.text.slice(0, writtenChars) : turn.text;
  const parts = heard.places.flatMap((place) => (place.turn === turn ? place.parts : []));
  const crossed = parts.filter(({ kind }) => kind === "landmark" || kind === "unit");
  const isCut = ({ start, end }: { start: number; end: number }): boolean =>
    parts.some(
      (part) =>
        (part.kind === "area" && part.start < end && end <= part.end + 1) ||
        (start > part.start && start < part.end && (part.kind === "area" || end > part.end)),
    );
  return wordSpans(wordsOf(turn))
    .filter(({ end }) => end <= text.length)
    .map(({ start, end }) => ({ start: withoutLead(talk, text, start, end), end }))
    .filter((span) => span.end - span.start >= 2 && !isCut(span))
    .filter(({ start, end }) => !ofTheTalk.test(text.slice(start, end)))
    .filter(({ start, end }) => heard.urgentClass === "极端天气" || !isWhereabouts(text.slice(start, end)))
    .filter(({ start, end }) => !crossed.some((part) => part.start >= start && part.end < end))
    .map(({ start, end }) => ({ value: text.slice(start, end), turn, start, end, kind: "words" as const }));
}

/** The caller's full name: nobody rings about themselves. */
function ownName({ found }: Heard): string | null {
  const name = found.name?.value;
  return typeof name === "string" && /^\p{Script=Han}{2,4}$/u.test(name) && !ofTheTalk.test(name) ? name : null;
}

/** Stretches that may be the party by what made them candidates, the same one as often as it was found. */
function candidatesOf(talk: Talk, heard: Heard, threats: readonly Threat[]): Candidate[] {
  const { turns, named } = turnsOf(talk, threats);
  const own = ownName(heard);
  return [
    ...turns.flatMap((turn) => [
      ...bodies(talk, turn),
      ...called(talk, turn),
      ...accused(talk, turn),
      ...people(talk, turn),
      ...things(talk, turn),
      ...(named.has(turn) ? answered(talk, turn) : []),
      ...wordCandidates(talk, heard, turn),
      ...headed(talk, turn, heard.places),
      ...marked(turn, heard.places),
    ]),
    ...(heard.restatement
      ? [
          ...called(talk, heard.restatement.turn),
          ...wordCandidates(talk, heard, heard.restatement.turn),
          ...headed(talk, heard.restatement.turn, heard.places),
          ...marked(heard.restatement.turn, heard.places),
        ]
      : []),
    ...subjects(talk, heard.restatement),
    ...suppliers(talk),
  ].filter((candidate) => {
    const { turn, value, end } = candidate;
    return (
      value.length >= 2 &&
      isName(turn, candidate) &&
      !(own && value.includes(own)) &&
      !(turn.isWritten && bystander.test(value)) &&
      !wayThere.test(value) &&
      !passedBy.test(turn.text.slice(end))
    );
  });
}

/** All that may be the party of a call, each with its signs. */
export function considered(talk: Talk, heard: Heard, threats: readonly Threat[]): Considered[] {
  const merged = new Map<string, { candidate: Candidate; kinds: Set<string> }>();
  for (const candidate of candidatesOf(talk, heard, threats)) {
    const key = `${candidate.turn.at}:${candidate.start}:${candidate.end}`;
    const known = merged.get(key);
    if (known) known.kinds.add(candidate.kind);
    else merged.set(key, { candidate, kinds: new Set([candidate.kind]) });
  }
  const read = featureReader(talk, heard);
  const weighed = [...merged.values()].filter(
    ({ candidate, kinds }) => kinds.size > 1 || !kinds.has("words") || mayBeMarked(candidate),
  );
  return weighed.map(({ candidate, kinds }) => {
    const written = fullName(talk, candidate, heard, true);
    return { candidate, written, features: read(candidate, kinds, written) };
  });
}

/** The other turns that name it: the agent's restatement first, then the caller's own, since those rest on the same party. */
function saidAgain(
  talk: Talk,
  { value, turn }: Pick<Candidate, "value" | "turn">,
  restatement: Restatement | null,
): Turn[] {
  const turns = [...(restatement ? [restatement.turn] : []), ...talk.citizen];
  return turns.filter((other) => other !== turn && other.text.includes(value));
}

/** 涉及对象: the body, person or thing the matter is about, by the caller's word for it, and the other party close to it. */
export function targetOf(
  talk: Talk,
  heard: Heard,
  threats: readonly Threat[],
  weights: TargetWeights = targetWeights(),
): Element {
  const scene = sceneOf(talk, heard);
  if (scene) {
    const also = saidAgain(talk, scene, heard.restatement);
    return recorded({ ...scene, also, why: "来电人说到的单位、人或物" });
  }
  const [best, other] = choose(talk, considered(talk, heard, threats), weights);
  if (!best) return notObtained(talk, "target");
  const { candidate } = best;
  const values = [best.written, ...(other ? [fullName(talk, other.candidate, heard, false)] : [])];
  return recorded({
    value: values.join("、"),
    turn: candidate.turn,
    start: candidate.start,
    end: candidate.end,
    also: [...(other ? [other.candidate.turn] : []), ...saidAgain(talk, candidate, heard.restatement)],
    why: "来电人说到的单位、人或物",
  });
}
