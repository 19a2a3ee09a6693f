import type { TaggedWord } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import type { Turn } from "../talk/talk.ts";
import type { PlaceSpan } from "./place-spans.ts";
import type { Candidate } from "./target-candidates.ts";
import type { Heard } from "./target-features.ts";

/** Notes a sign of a stretch, by name. */
export type Add = (name: string, value?: number) => void;

const beforeChars = 8;
const needChars = 14;

export const mark = /^[，。？！、；]/u;

/** Words of grammar whose standing beside a stretch tells its part in the sentence; none names anything. */
export const grammar =
  /^(?:在|被|让|叫|给|找|跟|和|与|对|是|的|把|到|由|去|有|从|为|因|说|不|没|里|要|也|就|都|个|家|那个|这个|那|这|我|我们|俺|俺们|他|他们|您|于|向|上|后|一|一个|等|及|将|未|已|至|又|还|来|走|得|了|着|过)$/u;

/** What befell somebody: told of them, they are whom the call is about. */
const needs =
  /^[^。！？]*?(?<![没无未]|没有|无人|有没有)(?:晕|昏|摔倒|倒地|倒在|躺|受伤|被困|困在|走失|落水|溺水|被撞|不动弹|叫不|没反应|抽搐)/u;

/** Where somebody lives, drives or stands is seldom whom the call is about. */
const whereabouts: readonly (readonly [string, RegExp])[] = [
  [
    "residence",
    /(?:小区|花园|家园|嘉园|新村|家属院|宿舍|公寓|[苑院里居府]|[0-9零一二三四五六七八九十百]+(?:号楼|单元|栋|期|楼|室))$/u,
  ],
  ["road", /(?:[路街巷]|大道|国道|省道|县道|路口|桥|隧道|隧道口)$/u],
  ["village", /[村庄屯寨组]$/u],
  [
    "side",
    /(?:[东西南北上下里旁]|[东西南北]头|[东西南北]门|门口|楼顶|旁边|[里外前后]头|[里外]边|底下|附近|处|后排|前排|(?<=[村会院校店楼厂])后)$/u,
  ],
];

const complains =
  /(?:投诉|举报|状告|告|曝光)(?:一下|一个|的(?:是|就是)?|我们|俺们|咱们|那个|这个|一家|就是|是|个|，)*$/u;
const endsClause = /^(?:$|[，。！？、]|的|我|俺|他|她|它)/u;

/** Whether the words end as a dwelling, a road, a village or a side of a place does: where it is, not whom it is about. */
export function isWhereabouts(value: string): boolean {
  return whereabouts.some(([, pattern]) => pattern.test(value));
}

/** Marks a stretch that ends as dwellings, roads, villages and sides of places do. */
export function addWhereabouts(
  add: Add,
  value: string,
  { kind, urgentClass }: Pick<Heard, "kind" | "urgentClass">,
): void {
  const sort = whereabouts.find(([, pattern]) => pattern.test(value))?.[0];
  if (!sort) return;
  add(sort);
  add(`${sort}:${kind}`);
  if (urgentClass) add(`${sort}:${urgentClass}`);
}

/** Whether what follows at `end` tells that somebody lies there, is hurt, lost or caught. */
export function isInNeed(text: string, end: number): boolean {
  return needs.test(text.slice(end, end + needChars));
}

/** 投诉|残联, 举报一下|那个棋牌室: nothing but filling words may part the stretch from the verb of a complaint. */
export function addComplaint(add: Add, turn: Turn, start: number, end: number): void {
  if (turn.role !== "citizen" || !complains.test(turn.text.slice(Math.max(0, start - beforeChars), start))) return;
  add(endsClause.test(turn.text.slice(end)) ? "complainedWhole" : "complainedAt");
}

/** Where the stretch stands in what the agent read back: 您举报|鑫旺再生塑料|从六月起, 河口镇|永丰冷链|三点左右. */
export function addReadBack(
  add: Add,
  restatement: Restatement,
  { start, end, turn }: Candidate,
  { words, places }: { readonly words: readonly TaggedWord[]; readonly places: readonly PlaceSpan[] },
  first: number,
  last: number,
): void {
  const next = words[last + 1];
  const lead = turn.text.slice(restatement.start, start);
  if (/(?:^|反映|投诉|举报|咨询|建议|求助|[，。])$/u.test(lead)) add("rb:opens");
  const ended = places.some(({ parts }) => parts.some((part) => part.end === start));
  if (ended) add("rb:afterPlace");
  if (next) add(`rb:next:${mark.test(next.word) ? "mark" : next.tag}`);
  if (next && grammar.test(next.word)) add(`rb:nextWord:${next.word}`);
  const earlier = words[first - 1];
  if (earlier) add(`rb:before:${mark.test(earlier.word) ? "mark" : earlier.tag}`);
  if (/^(?:从|自|于|在|每|至今|[0-9零一二三四五六七八九十]{1,4}[年月日点])/u.test(turn.text.slice(end)))
    add("rb:thenTime");
}

/** 那个冷库漏气 tells that 鑫海冷库 is the name of it. */
export function addHead(add: Add, last: TaggedWord | undefined, opening: string): void {
  const word = last?.word ?? "";
  if (word.length < 2) return;
  const at = opening.indexOf(word);
  if (at < 0) return;
  add("headInOpening");
  if (/(?:那个|这个|那家|个|家|所|们|的)$/u.test(opening.slice(Math.max(0, at - 4), at))) add("headPointedAt");
}
