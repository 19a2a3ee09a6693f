import type { Turn } from "../talk/talk.ts";
import { partiesOf } from "./party-model.ts";
import type { PlaceSpan } from "./place-spans.ts";
import type { Candidate } from "./target-candidates.ts";
import { oneMore } from "./target-headed.ts";
import type { Add } from "./target-signs.ts";

/** From these odds (log) on a stretch may be the party, whatever its words are called. */
const oddsMin = -3;
/** Below these odds a run of nouns is none: of 1,216 calls seven had their party there. */
const nounsMin = -4;
const scale = 4;
const oddsMax = 8;
const shareMin = -10;
const unlikely = -4;

/** 投诉|飞讯联通|达，: up to the mark behind the verb of a complaint all is the name. */
function isCutShort({ text }: Turn, start: number, end: number): boolean {
  return /(?:投诉|举报)$/u.test(text.slice(0, start)) && oneMore.test(text.slice(end, end + 2));
}

/** Where a stretch begins behind the district and the street before it: 高新区科苑街道|云科花园车库. */
function behindArea(places: readonly PlaceSpan[], turn: Turn, start: number, end: number): number {
  const areas = places
    .filter((place) => place.turn === turn)
    .flatMap(({ parts }) => parts.filter(({ kind }) => kind === "area"))
    .filter((part) => part.end > start && part.end < end);
  return Math.max(start, ...areas.map((area) => area.end));
}

/** 三号机井|五月二十六号|水泵: no party reaches over a time. */
const time =
  /[0-9零一二三四五六七八九十](?:月|日|点)|[0-9零一二三四五六七八九十]号(?!楼|院|线|门|井|机|坑|库|塔|棚|店|铺|地|桥|窗|厂|车|杆|路|摊|泵)|今早|今晚|昨晚|昨天|今天|前天/u;

/** 桥头那个修车的, 东风路与三环路口的红绿灯: stretches worded as people mark parties (scripts/train-party.ts). */
export function marked(turn: Turn, places: readonly PlaceSpan[]): Candidate[] {
  if (turn.isWritten) return [];
  return partiesOf(turn)
    .best.filter(({ start, end, odds }) => odds > oddsMin && !isCutShort(turn, start, end))
    .map(({ start, end }) => ({ start: behindArea(places, turn, start, end), end }))
    .map(({ start, end }) => ({ value: turn.text.slice(start, end), turn, start, end, kind: "marked" as const }))
    .filter(({ value }) => value.length >= 2 && !time.test(value));
}

/** Whether a run of nouns is worth weighing, as far as its wording tells. */
export function mayBeMarked({ turn, start, end }: Candidate): boolean {
  return (partiesOf(turn).oddsOf(start, end) ?? 0) > nounsMin;
}

/** The best odds of the same words wherever they are said. */
export function bestOdds(turns: readonly Turn[]): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const turn of turns.filter(({ isWritten }) => !isWritten)) {
    for (const { start, end, odds } of partiesOf(turn).best) {
      const words = turn.text.slice(start, end);
      known.set(words, Math.max(odds, known.get(words) ?? odds));
    }
  }
  return known;
}

const within = (low: number, high: number, value: number): number => Math.max(low, Math.min(high, value));

/** How much a stretch is worded as people mark parties, in its sentence and wherever else it is said. */
export function addMarked(
  add: Add,
  { turn, start, end, value }: Candidate,
  elsewhere: ReadonlyMap<string, number>,
): void {
  const { oddsOf, all, best } = partiesOf(turn);
  const odds = oddsOf(start, end);
  if (odds === undefined) {
    add("party:none");
    return;
  }
  add("party:odds", within(-oddsMax, oddsMax, odds) / scale);
  add("party:share", Math.max(shareMin, odds - all) / scale);
  add("party:elsewhere", within(unlikely, oddsMax, Math.max(odds, elsewhere.get(value) ?? unlikely)) / scale);
  const rank = best.findIndex((each) => each.start === start && each.end === end);
  if (rank === 0) add("party:first");
  if (rank >= 0) add("party:among");
}
