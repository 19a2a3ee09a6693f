import type { Call, Order } from "../orders/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import { greetingDayOf } from "../qa/index.ts";
import type { Alarm, Ask } from "./schema.ts";

type HelpRules = Pick<Rules, "phrases" | "recording" | "scope" | "calendar">;

/** What an urgent order asks of the agent now: sentences and steps of the pack, and the channel to name. Null when nothing is urgent. */
export function alarmFor({ phrases, scope }: HelpRules, order: Order): Alarm | null {
  if (order.urgent !== "紧急") return null;
  const { urgentClass } = order;
  const applies = ({ classes }: { classes?: readonly string[] | undefined }) =>
    !classes || (urgentClass !== null && classes.includes(urgentClass));
  const channel = scope.exclusions.find((exclusion) => exclusion.scope === order.scope)?.wording;
  const said = phrases.alarms.phrases.filter(applies).map(({ text }) => text);
  return {
    urgentClass,
    why: order.urgentWhy,
    phrases: channel ? [channel, ...said] : said,
    steps: phrases.alarms.steps.filter(applies).map(({ text }) => text),
  };
}

/** What the order must hold by its kind and urgent class (附录C), what of it is there, and the question for each. */
export function asksFor({ recording }: HelpRules, order: Order): Ask[] {
  const byKind = recording.byKind.find(({ kind }) => kind === order.kind)?.required ?? [];
  const byClass = recording.byClass.find(({ urgentClass }) => urgentClass === order.urgentClass)?.required ?? [];
  const required = new Set([...byKind, ...byClass, ...order.missing]);
  return recording.elements
    .filter(({ key }) => required.has(key) && order.elements[key]?.status !== "不适用")
    .map(({ key, label, ask }) => ({ element: key, label, state: stateOf(order, key), question: ask }));
}

function stateOf(order: Order, key: Ask["element"]): Ask["state"] {
  const element = order.elements[key];
  if (element && element.value !== null) return "已有";
  return element && element.status !== "未询问" ? "缺" : "未询问";
}

/** Words of the pack to begin, to end, and to bridge a wait longer than 30 s with (S4 附录B.1.2 to B.1.4; B.4 for callbacks). */
export function wordsFor(
  rules: HelpRules,
  { direction, startedAt }: Pick<Call, "direction" | "startedAt">,
): { greeting: string; closing: string[]; waitPhrase: string } {
  const said = (...scenes: string[]) =>
    rules.phrases.phrases.filter(({ scene }) => scenes.includes(scene)).map(({ text }) => text);
  const [waitPhrase = ""] = said("等待");
  if (direction === "callback") {
    const calling = said("回访");
    return { greeting: calling[0] ?? "", closing: calling.slice(-1), waitPhrase };
  }
  const day = greetingDayOf(rules, startedAt);
  const heads = rules.phrases.greetings.filter((each) => each.day === day).flatMap((each) => each.heads);
  const openings = said("首问");
  const greeting = heads.flatMap((head) => openings.find((opening) => opening.startsWith(head)) ?? [])[0];
  return { greeting: greeting ?? openings[0] ?? "", closing: said("征询", "结束"), waitPhrase };
}
