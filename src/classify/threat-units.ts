import { clausesOf } from "../platform/text/index.ts";
import type { Turn } from "./talk/talk.ts";

/** What stands before a unit: nothing (the turn begins), a stop, a comma, a filler or a space, or the words run on. */
export type Break = "turn" | "stop" | "comma" | "pause" | "none";

/** The smallest piece of a turn that is or is not part of a threat: characters [start, end) of `turn.text`. */
export type Unit = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly break: Break;
  /** How likely a mark stands before it, in speech without marks; null in speech with marks. */
  readonly chance: number | null;
};

/** Speech without punctuation is cut from this length on, in pieces of at least so many characters. */
const longClause = 9;
const pieceMin = 2;
/** Speech without marks is also cut where a mark is at least so likely. */
const maybeMark = 0.06;

/** Where words that run on may begin something else: who acts, when, on what condition; and where one has said that somebody speaks. */
const opening =
  /(?<![把给跟和让叫对替被向往到拿用在同与帮])(?=[我俺咱你您他她恁](?!说了|们说))|(?=今[天晚儿夜黑]|明[天儿早晚]|后天|大后天|下[周个]|礼拜|星期|(?<!每)周[一二三四五六日末]|月底|再不|再没|再敢|要是|要不|如果|不给|不来|不退|谁(?!的)|哪天|等(?!着|等)|到时|反正|大不了|现在|然后|所以|因为|省得|不然|否则|大家|大伙|里面|一块儿?|一起|就是|那个?[我俺])|(?<=(?<!来|再|听|不)(?:[说讲喊念](?![了话到得好一])|[说讲喊念]了))|(?<=[了吧啊呢吗嘛呀哦啦](?!吧|啊|呢|吗|嘛|呀|的))/gu;

/** The turn in units, in the order of the words: clauses at their marks, and pieces of clauses in speech without marks. */
export function unitsOf(turn: Turn): Unit[] {
  return clausesOf(turn.text).flatMap(({ start, end }) => {
    const units: Unit[] = [];
    let from = start;
    for (const at of [...cutsIn(turn, start, end), end]) {
      units.push({
        start: from,
        end: at,
        text: turn.text.slice(from, at),
        break: breakBefore(turn, from),
        chance: turn.plain.chances?.[from] ?? null,
      });
      from = at;
    }
    return units;
  });
}

/** Where the clause [start, end) is cut: at pauses and words that open something else, and between them where a mark may stand. */
function cutsIn(turn: Turn, start: number, end: number): number[] {
  const places = new Set<number>();
  for (let at = start + 1; at < end; at += 1) if (isPause(turn, at)) places.add(at);
  const text = turn.text.slice(start, end);
  if (end - start >= longClause) for (const { index } of text.matchAll(opening)) places.add(start + index);
  const { chances } = turn.plain;
  for (let at = start + 1; chances && at < end; at += 1) {
    const isFree = !places.has(at - 1) && !places.has(at + 1);
    if (isFree && (chances[at] ?? 0) >= maybeMark) places.add(at);
  }
  const cuts: number[] = [];
  for (const at of [...places].sort((one, other) => one - other)) {
    if (at - (cuts.at(-1) ?? start) >= pieceMin && end - at >= pieceMin) cuts.push(at);
  }
  return cuts;
}

const isPause = ({ plain }: Turn, at: number): boolean => (plain.starts[at] ?? 0) > (plain.ends[at - 1] ?? 0);

function breakBefore(turn: Turn, at: number): Break {
  if (at === 0) return "turn";
  const before = turn.text.charAt(at - 1);
  if (/[。！？；…\n]/u.test(before)) return "stop";
  if (/[，：、]/u.test(before)) return "comma";
  return isPause(turn, at) ? "pause" : "none";
}
