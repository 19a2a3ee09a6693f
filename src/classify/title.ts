import type { Elements, Kind, Scope } from "../orders/index.ts";
import { clausesOf, findTimes } from "../platform/text/index.ts";
import { recordWords } from "./summary-words.ts";
import { headlineIn, headlineMatter } from "./talk/letter.ts";
import { overlap } from "./talk/substance.ts";
import type { Turn } from "./talk/talk.ts";
import { tidy } from "./talk/wording.ts";

type Area = { readonly district: string | null; readonly street: string | null };

/** Longest title, in characters; what a place in front and a threat behind may take of it. */
const titleMax = 30;
const placeMax = 14;
/** Shorter pieces say no matter. */
const pieceMin = 4;
const placed = 0.4;

const words = new Intl.Segmenter("zh", { granularity: "word" });
const unit =
  /[0-9一二三四五六七八九十零〇]{1,4}(?:单元|层|室)|(?<=单元|号楼|栋)(?:[0-9]{3,4}|[一二三四五六七八九零〇]{3,4})室?/gu;
const building = /[0-9一二三四五六七八九十]{1,3}(?:号楼|栋|幢)/gu;
const selfWords = /其(?:家|们)?(?:的)?(?=小区|村|楼|单位|公司|门口)|^(?:其|购买的)|影响其(?:休息|生活)?$|其(?=[^他])/gu;
const asks = /怎么|如何|怎样|能否|能不能|可以|是否|哪|多少|什么|多久|条件|办理|进度|吗/u;

/** What the caller announced, by the word of the caller: 来电人扬言放火. */
const threats: readonly (readonly [RegExp, string])[] = [
  [/喝.{0,6}药|(?:农)?药.{0,4}喝/u, "喝药"],
  [/跳(?:楼|河|桥|井|下|塔)/u, "跳楼"],
  [/一把火|放火|点了|烧了|汽油/u, "放火"],
  [/堵|坐满|拦路/u, "堵路"],
  [/横幅|条幅|白布/u, "拉横幅"],
  [/北京|上访|省里|信访/u, "上访"],
  [/砍|捅|杀|弄死|打死|刀/u, "伤人"],
  [/砸|炸|掀/u, "砸毁"],
  [/围|静坐|抬|遗体|政府/u, "聚集"],
  [/死|不活/u, "轻生"],
];

/** Times say little in a title: 今早五点左右, 从2023年夏天…至今. */
function withoutTimes(text: string, startedAt: string): string {
  let rest = "";
  let at = 0;
  for (const when of findTimes(text, startedAt)) {
    if (when.start < at) continue;
    const gap = text.slice(at, when.start).replace(/(?:每天|每晚|从|自|于|在|，)+$/u, "");
    rest += at > 0 && /^[到至]$/u.test(gap) ? "" : gap;
    const tail =
      /^(?:左右|前后|上旬|中旬|下旬|开始|开业|以来|至今|以后|之后|之前|起|的时候|底|初|末|间|多|那周)+/u.exec(
        text.slice(when.end),
      )?.[0] ?? "";
    at = when.end + tail.length;
  }
  return rest + text.slice(at);
}

/** A shorter clause (需要什么材料) does not say what is asked about. */
const questionMin = 14;
/** Clauses that only announce: 想提个小建议, 问个事儿, 不是意见, 是建议. */
const announces =
  /^[^，]{0,8}(?:提|问|咨询|打听|反映|说)(?:一|两|几|个|点|下|件|小)*(?:建议|意见|事儿?|问题|情况)$|^(?:可以|行|好)吗$|^(?:是|不是)(?:建议|意见|投诉)$/u;

/** Of a consultation the clause that asks, with what follows, and with what stands before where it is short. */
function question(text: string): string {
  const clauses = clausesOf(text).filter((each) => !announces.test(each.text));
  const at = clauses.findIndex((each) => asks.test(each.text));
  const clause = clauses[at];
  if (!clause) return text;
  const before = clause.text.length < questionMin ? clauses[at - 1] : undefined;
  return text.slice((before ?? clause).start);
}

function matter(elements: Elements, kind: Kind, startedAt: string, area: Area): string {
  const said = elements.event?.value ?? elements.content?.value ?? elements.demand?.value ?? "";
  const plain = recordWords(tidy(said));
  let text = kind === "咨询" ? question(plain) : withoutTimes(plain, startedAt);
  for (const name of [area.district, area.street]) if (name) text = text.replace(name, "");
  return text
    .replace(selfWords, "")
    .replace(/^(?:咨询|反映|举报|建议|[一二三四五六]个问题|是|在(?=.{2,}(?:安装|设置|增设|建)))+/u, "");
}

/** Whole words from the front, at most `max` characters. */
function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  let cut = "";
  for (const { segment } of words.segment(text.slice(0, max + 8))) {
    if (cut.length + segment.length > max) break;
    cut += segment;
  }
  return cut.replace(/(?:的|了|在|从|和|与|把|被|让|给|将|向|对|至|到|因|就|又|也|，|、)+$/u, "");
}

/** Clauses that fit, without the parts of an address that only the place element needs. */
function fitted(text: string, max: number): string {
  const pieces = clausesOf(text.replace(unit, "")).map((clause) => clause.text);
  const first = pieces.findIndex((piece) => piece.length >= pieceMin && !announces.test(piece));
  const used = first < 0 ? pieces : pieces.slice(first);
  const head = used[0] ?? "";
  if (head.length > max) {
    const shorter = head.replace(building, "");
    return cutAtWord(shorter, max);
  }
  let piecesKept = head;
  for (const piece of used.slice(1)) {
    const room = max - piecesKept.length - 1;
    const part = piece.length > room && piecesKept.length < max / 2 ? cutAtWord(piece, room) : piece;
    if (part.length > room || part.length < pieceMin) break;
    piecesKept += `，${part}`;
  }
  return piecesKept;
}

/** The finest part of a place, without district and street: 锦绣花园8号楼. */
function shortPlace(elements: Elements, area: Area): string {
  let rest = (elements.place?.value ?? "").replace(/[（(].*$/u, "");
  for (const name of [area.district, area.street]) if (name) rest = rest.replace(name, "");
  const short = clausesOf(rest.replace(unit, ""))[0]?.text ?? "";
  return short.length <= placeMax ? short : cutAtWord(short.replace(building, ""), placeMax);
}

function announced(quotes: readonly string[]): string {
  const all = quotes.join("，");
  const act = threats.find(([said]) => said.test(all));
  return all !== "" && act ? `，来电人扬言${act[1]}` : "";
}

const headlineWords = 6;
/** A headline that names where it is needs no place before it. */
const namesPlace = /[市县区镇乡村路街]|街道|小区|社区|花园|学校|小学|中学|医院|广场|公园|市场|大道|桥/u;

/** The writer's own headline without the word for what kind of letter it is; empty when it tells no matter. */
function headline(letter: Turn | undefined): string {
  const own = letter ? headlineMatter(headlineIn(letter.text)?.text ?? "") : "";
  return own.length >= headlineWords ? own : "";
}

/** What stands before the matter when 建议 or 举报 is said already. */
const wished = /^(?:希望|请求|恳请|要求|望|请|建议)(?:书记|市长|领导|有关部门|相关部门|政府)?(?:能够?|可以)?/u;

/** A letter's title: its own headline, with the place before it when it names none. */
function titleOfLetter(own: string, place: string, lead: string, max: number): string {
  const where = place === "" || namesPlace.test(own) || overlap(place, own) > 0 ? "" : place;
  const said = lead === "" ? own : own.replace(wished, "");
  const front = lead !== "" && !own.includes(lead) ? `${lead}${where}` : where;
  return `${front}${cutAtWord(said, max - front.length)}`;
}

/** Matters of these are taken: an emergency is passed on, and needs no word about where it belongs. */
const taken = /^(?:受理|1[0-9]+)$/u;

/** 工单标题 (S4 附录D), at most thirty characters, only from words of the call: where and what, what was threatened, and the other channel it belongs to. */
export function titleOf(
  elements: Elements,
  kind: Kind,
  area: Area,
  startedAt: string,
  scope: Scope,
  quotes: readonly string[],
  letter?: Turn,
): string {
  const lead = kind === "咨询" || kind === "举报" || kind === "建议" ? kind : "";
  const threat = announced(quotes);
  const tail = threat || (taken.test(scope) ? "" : `(${scope})`);
  const about = matter(elements, kind, startedAt, area);
  const place = kind === "咨询" || kind === "建议" ? "" : shortPlace(elements, area);
  const own = headline(letter);
  if (own !== "" && threat === "") return `${titleOfLetter(own, place, lead, titleMax - tail.length)}${tail}`;
  const front = place === "" || overlap(place, about) >= placed ? lead : `${lead}${place}`;
  const body = fitted(about, titleMax - front.length - tail.length);
  return `${front}${body}${tail}`.replace(/[，、]+$/u, "") || `${kind}事项`;
}
