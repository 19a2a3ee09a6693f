import type { Entries } from "./answer-to.ts";
import type { Heard } from "./listen.ts";
import { atPlace } from "./read-level.ts";

type AskedTopic = "contacted" | "resolved";

/** "联系或尝试与您联系" is one question by the script, so that only the other one lets choose by 或. */
const choices: Record<AskedTopic, RegExp> = { contacted: /还是/u, resolved: /还是|或者?|、|部分/u };
const hummed: Record<AskedTopic, string> = { contacted: "是", resolved: "已解决" };

/** What 嗯 says to a plain question; null to a choice. */
export function hummedTo<Value extends string>(
  entries: Entries<Value>,
  topic: AskedTopic,
  { plain }: Heard,
): Value | null {
  return choices[topic].test(plain) ? null : (entries.find(({ value }) => value === hummed[topic])?.value ?? null);
}

const options = {
  已解决: /已解决|解决了(?!没|吗|一)/u,
  部分解决: /部分解决|解决了一部分/u,
  未解决: /未解决|没(?:有)?解决/u,
};

/** What others said or wrote ("短信说已解决"), or what a but takes back ("已解决，可还漏着"), is no option of his own. */
const quotes = /(?:说|显示|写着|写的|标着|标的|回复|答复|通知|短信|系统)[^，。]{0,8}$/u;
const takesBack = /(?:可|但|其实|实际|根本|照样|还是)[^。]{0,10}(?:没|不(?!是)|还|又|照样|白)/u;

/** The option that the citizen names last by its own name ("部分解决。等等……那就已解决"); null where he denies or only asks about it. */
export function optionNamed({ final }: Heard): keyof typeof options | null {
  const named = [
    ...final.matchAll(
      /(?<!不是|不算|不能说|不能算|别说|算不上)(?:已解决|部分解决|未解决|没有?解决(?!完|好|彻底|干净|的|一))/gu,
    ),
  ];
  const last = named.at(-1);
  if (last === undefined || /[？?]|区别|什么/u.test(final)) return null;
  const [name] = last;
  if (quotes.test(final.slice(0, last.index)) || takesBack.test(final.slice(last.index + name.length))) return null;
  return name.startsWith("没") ? "未解决" : (name as keyof typeof options);
}

const ordinal = /^[嗯选那就\s]*(?:第([一二三])|(头)一)(?:个|种|项)/u;

/** "第一个" picks from the three ways that the agent has just read out. */
export function optionChosen(before: Heard | undefined, { final }: Heard): keyof typeof options | null {
  if (!before) return null;
  const match = ordinal.exec(final);
  const read = (Object.keys(options) as (keyof typeof options)[])
    .map((value) => ({ value, at: before.plain.search(options[value]) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  if (!match) return atPlace(read, final)?.value ?? null;
  return read.length > 1 ? (read[match[2] ? 0 : "一二三".indexOf(match[1] ?? "")]?.value ?? null) : null;
}
