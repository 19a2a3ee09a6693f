import { everyMatch, says } from "../../platform/rules/index.ts";
import { chineseNumber } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import { nameStart } from "./place-spans.ts";
import { plateOf } from "./plate.ts";
import { type Candidate, withoutLead } from "./target-candidates.ts";
import { areAlike, isBare } from "./target-choice.ts";
import type { Heard } from "./target-features.ts";
import { headOf } from "./target-heads.ts";

/** 小区 alone is no name of a place. */
const placeMin = 3;
/** A thing that needs its place to be told from others: 路灯, 三号机井. */
const thingMax = 6;
const tailMax = 16;

/** 四号楼三楼, 十七路 as officials write them. */
function withFigures(text: string): string {
  return text.replace(/[零〇一二两三四五六七八九十百]+(?=号|楼|栋|路|单元|室|层|幢|期)/gu, (words) =>
    String(chineseNumber(words) ?? words),
  );
}

/** Before a word these tell where it stands or why, and are no name: 十字路口|货车, 单元502|燃气表, 因|水管. */
const whereItIs =
  /[往向朝][东西南北]|米$|[因与和到至][\p{Script=Han}]?$|路口|之间|单元|号楼|[东南西北]侧|门口|旁边?|处$|[路街]$|[0-9零一二三四五六七八九十]$|^[之的号楼]/u;

/** 工地 is 瑞和城二期工地 where the agent reads it back so. */
function restatedName(talk: Talk, { value }: Candidate, restatement: Restatement | null): string | null {
  const text = restatement?.turn.text ?? "";
  const at = text.indexOf(value);
  if (at < 0) return null;
  const end = at + value.length;
  const start = withoutLead(talk, text, nameStart(text, at), end);
  const prefix = text.slice(start, at);
  const isName = prefix.length >= 2 && !whereItIs.test(prefix) && !says(talk.listening.targetParts.noName, prefix);
  return isName ? text.slice(start, end) : null;
}

/** 枣林村 of the place 枣林村村东头砖窑旁边: its finest name, by which a thing is told from others of its kind. */
export function placeName({ found, places }: Heard, turns: readonly Turn[]): string | null {
  const quote = found.place?.quote ?? "";
  for (const turn of turns) {
    const at = quote === "" ? -1 : turn.text.indexOf(quote);
    if (at < 0) continue;
    const here = places.filter((place) => place.turn === turn);
    const names = here.flatMap(({ parts }) =>
      parts.filter(
        ({ kind, start, end }) =>
          kind === "name" &&
          end - start >= placeMin &&
          !parts.some((next) => next.kind === "landmark" && next.end > end),
      ),
    );
    const name = names.find(({ start, end }) => start >= at && end <= at + quote.length);
    if (name) return turn.text.slice(name.start, name.end);
  }
  return null;
}

/** 湖滨路与解放大街路口 of the place that begins with district and street: how a light or a pipe at a crossing is told. */
export function placeTail({ found }: Pick<Heard, "found">): string | null {
  const place = String(found.place?.value ?? "");
  const tail = place
    .replace(/^[\p{Script=Han}]{2,4}?[区县](?=[\p{Script=Han}]{3})/u, "")
    .replace(/^[\p{Script=Han}]{2,4}?(?:街道|镇|乡)(?=[\p{Script=Han}]{2})/u, "")
    .replace(/(?:那个|这个|的)(?=路口|口)/u, "");
  return tail.length >= 2 && tail.length <= tailMax ? tail : null;
}

/** 俺们村委会 of somebody in 扈家庄 is 扈家庄村委会. */
function villageOf({ found }: Heard): string | null {
  return /([\p{Script=Han}]{1,3}?[村庄屯寨])(?![委里民])/u.exec(placeTail({ found }) ?? "")?.[1] ?? null;
}

const ofVillage = /^(?:村委会?|村里|大队|村支书|支书|村主任|村书记|村会计|村干部|村集体|村两委)/u;
const inNeed = /(?:晕倒|昏倒|晕厥|昏迷|摔倒|倒地|受伤|被困|走失|落水|溺水|被撞)/u;
const counting =
  /^[一二两三四五六七八九十几0-9]*(?:多|来)?(?:岁|名|位|个)?(?:[一二三四五六七八九十0-9]+)?(?:多岁|来岁|岁)?的?(?=[\p{Script=Han}]{2})/u;

/** How far behind somebody the words for what happened to them stand. */
const stateWithin = 14;

function stateOf(text: string, end: number): string | undefined {
  const behind = text.slice(end, end + stateWithin).split(/[。！？；]/u)[0] ?? "";
  return /[没无未]/u.test(behind.slice(0, 3)) ? undefined : inNeed.exec(behind)?.[0];
}

function stateElsewhere(restatement: Restatement | null, person: string): string | undefined {
  const at = restatement?.turn.text.indexOf(person) ?? -1;
  return restatement && at >= 0 ? stateOf(restatement.turn.text, at + person.length) : undefined;
}

const plight = "(?:独居|孤寡|困难|空巢|高龄|残疾|瘫痪|滞留|流浪|留守|失独|低保)";

/** 窦姓独居老人 of 老人, as the agent reads it back. */
function inNeedOf(restatement: Restatement | null, person: string): string | null {
  const named = new RegExp(`(?:(?<=的|名|位|，|。)[\\p{Script=Han}]姓)?${plight}{1,2}的?${person}`, "u");
  return /^[\p{Script=Han}]+$/u.test(person) ? (named.exec(restatement?.turn.text ?? "")?.[0] ?? null) : null;
}

/** 一位七十多岁老人 who fell is 晕倒老人, as officials write of somebody nobody knows. */
function inNeedName(talk: Talk, { value, turn, end }: Candidate, { restatement }: Heard): string | null {
  if (
    !everyMatch(talk.listening.targetParts.affected, value).some(({ index, length }) => index + length === value.length)
  )
    return null;
  const person = value.replace(counting, "");
  const told = inNeedOf(restatement, person);
  if (told) return told;
  const state = stateOf(turn.text, end) ?? stateElsewhere(restatement, person);
  return state && !inNeed.test(person) ? `${state}${person}` : person;
}

const streetBody = /^(?:街道|街道上|街道办|街道办事处)$/u;
const townBody = /^(?:镇上|镇里|镇政府|乡里|乡上|乡政府)$/u;
/** Not 上海路派出所, nor 乡镇企业服务中心. */
const ofTown =
  /^(?:镇上|镇里|乡里|乡上|上|里|镇|乡)(?=(?:畜牧|兽医|卫生|农|水利|财政|民政|司法|供电|派出|国土|土地|林业|税务|计生|文化|便民|服务|敬老|政务|社保|残联|综治|执法|应急)[\p{Script=Han}]{0,6}(?:站|所|中心|办|窗口)$)/u;

/** 镇上 of a matter in 河口镇 is 河口镇政府, 镇上畜牧站 is 河口镇畜牧站. */
function townName(value: string, { found }: Heard): string | null {
  const area = /([\p{Script=Han}]{2,3}?(?:街道|镇|乡))/u.exec(
    String(found.place?.value ?? "").replace(/^[\p{Script=Han}]{2,3}?[区县]/u, ""),
  )?.[1];
  if (!area) return null;
  if (streetBody.test(value) && area.endsWith("街道")) return `${area}办事处`;
  if (townBody.test(value) && !area.endsWith("街道")) return `${area}政府`;
  return ofTown.test(value) && !area.endsWith("街道") ? value.replace(ofTown, area) : null;
}

const wholePlace = /(?:街道|镇|乡)([^，。！？]{3,12})$/u;

/** 明月湾小区北门马路对面|的|工地: a thing read back by its whole place. */
function placedName({ value }: Candidate, { restatement }: Heard): string | null {
  const text = restatement?.turn.text ?? "";
  const at = text.indexOf(value);
  const joint = at > 0 && text[at - 1] === "的" ? 1 : 0;
  const name = joint === 1 ? wholePlace.exec(text.slice(0, at - joint))?.[1] : undefined;
  return name && !areAlike(name, value) ? `${name}的${value}` : null;
}

/** 桥头那个修车的, 南门那盏路灯, 楼下的一个棋牌室: nobody points at anything in an order; 统一家具城 is a name. */
const pointing =
  /(?<=\p{Script=Han}{2})(?:的?[那这]一?|的一)(?:个|盏|条|台|家|棵|只|口|辆|座|块|片|些|帮|伙|户|位|间|栋|根)(?=\p{Script=Han}{2})/u;

function withoutPointing(name: string): string {
  return name.replace(pointing, "");
}

/** The party as it is written in the order: 机井 at 枣林村 is 枣林村机井, a car is told by its plate, 四号楼 is 4号楼. */
export function fullName(talk: Talk, candidate: Candidate, heard: Heard, isFirst: boolean): string {
  const name = withoutPointing(withFigures(named(talk, candidate, heard, isFirst)));
  const keeper =
    isFirst && /工地$/u.test(name)
      ? builder.exec(`${heard.restatement?.turn.text ?? ""}。${talk.citizenText}`)?.[0]
      : null;
  return keeper ? `${name}（${keeper}）` : name;
}

/** Who is behind a building site that nobody knows by name. */
const builder = /施工(?:方|单位|队)|项目部/u;

/** 大约五六盏|路灯, 一辆|长途客车: how many there are stands in no name. */
const countBefore =
  /^(?:大约|大概|一共|总共|将近|有|多|还有|那|这|十分左右)*(?:[0-9零一二两三四五六七八九十百几数]+(?:来|多|几|余)?|多)(?:盏|辆|台|条|头|棵|根|处|座|栋|位|名|家|只|口|度|件|户|块|片|群|帮|伙)(?![县区市镇乡村山河屯沟湾岭坡庄龙香人松])(?=[\p{Script=Han}]{2})/u;

function withoutCount(candidate: Candidate): Candidate {
  const value = candidate.value.replace(countBefore, "");
  if (value === candidate.value || candidate.turn.isWritten) return candidate;
  return { ...candidate, value, start: candidate.end - value.length };
}

/** 市消防救援支队（消防部门）: the one body of the city that a word for its kind can mean. */
function departmentName(value: string, { bodies }: Heard): string | null {
  const stem = /^([\p{Script=Han}]{2,4})(?:主管)?部门$/u.exec(value)?.[1];
  const meant = stem ? bodies.filter((body) => body.startsWith("市") && body.includes(stem)) : [];
  return meant.length === 1 ? `${meant[0]}（${value}）` : null;
}

const nickname = /(外号|绰号|诨名|小名|人称|(?:都|村里|街上)(?:喊|叫)[他她])(?:叫|是)?$/u;

/** 外号“六指”: somebody nobody knows by another name. */
function nicknameOf({ kind, value, turn, start }: Candidate): string | null {
  const word = kind === "called" ? nickname.exec(turn.text.slice(Math.max(0, start - 6), start))?.[1] : undefined;
  return word ? `${/[他她]$/u.test(word) ? "人称" : word}“${value}”` : null;
}

function named(talk: Talk, told: Candidate, heard: Heard, isFirst: boolean): string {
  const { restatement } = heard;
  const candidate = withoutCount(told);
  const { value } = candidate;
  const { vehicles, people } = talk.listening.targetParts;
  const known = nicknameOf(candidate);
  if (known) return known;
  const needy = inNeedName(talk, candidate, heard);
  if (needy) return needy;
  const village = ofVillage.test(value) ? villageOf(heard) : null;
  if (village) return `${village}${value.replace(/^村(?=支书|主任|书记|会计)/u, "").replace(/^村里/u, "村委会")}`;
  if (says(vehicles, value)) {
    return isFirst ? `${value}${plateOf([...(restatement ? [restatement.turn] : []), ...talk.citizen])}` : value;
  }
  const town = townName(value, heard);
  if (town) return town;
  const restated =
    candidate.kind !== "person" && isBare(talk, candidate) ? restatedName(talk, candidate, restatement) : null;
  if (restated) return restated;
  const official = supplierName(talk, value, heard) ?? departmentName(value, heard);
  if (official) return official;
  const isThing =
    value.length <= thingMax && (says(talk.listening.things, value) || isPlaced(talk, value)) && !says(people, value);
  const whole = isThing && isFirst ? placedName(candidate, heard) : null;
  if (whole) return whole;
  const name = isThing && isFirst ? (crossing(heard) ?? placeName(heard, talk.citizen) ?? villageOf(heard)) : null;
  return name && !areAlike(name, value) ? `${name}${value}` : value;
}

/** Sorts of things of which every estate and street has one: 工地, 泵房, 护栏; and of bodies, where no name is told: 黑网吧. */
const placed: ReadonlySet<string> = new Set(["roadThing", "pipe", "facility", "nature", "structure", "site", "light"]);
const placedBare: ReadonlySet<string> = new Set(["shop", "factory", "crowd", "animal", "lamp"]);
const bareLead = 1;

function isPlaced(talk: Talk, value: string): boolean {
  const head = headOf(talk, value);
  if (!head) return false;
  return placed.has(head.sort) || (placedBare.has(head.sort) && value.length - head.word.length <= bareLead);
}

/** 热力公司 is 云岭热力集团, where the call is about heating. */
function supplierName(talk: Talk, value: string, { bodies }: Heard): string | null {
  const supplier = talk.listening.targetParts.suppliers.find(
    ({ body, words, matters }) =>
      (value === body || everyMatch(words, value).some(({ length }) => length === value.length)) &&
      says(matters, talk.citizenText),
  );
  return supplier ? (bodies.find((body) => body.endsWith(supplier.body)) ?? null) : null;
}

/** The place where it is a crossing or a road: a light there has no other name. */
function crossing(heard: Heard): string | null {
  const tail = placeTail(heard);
  return tail && /(?:路口|交叉口|交口|[路街道](?:与|和|跟)[\p{Script=Han}]+)$/u.test(tail) ? tail : null;
}
