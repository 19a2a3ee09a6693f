import type { QaFilter } from "../../../types-quality.ts";

export const directions = { all: "不限来源", inbound: "来电", callback: "回访" } as const;
export const states = { all: "不限复核", 未复核: "未复核", 已复核: "已复核", 有申诉: "有申诉" } as const;
export const orders = { risk: "按风险", time: "按时间" } as const;

const keyIn = <Words extends Record<string, string>>(words: Words, key: string | null): keyof Words | null =>
  key !== null && Object.hasOwn(words, key) ? key : null;

const isDay = (word: string) => /^\d{4}-\d{2}-\d{2}$/.test(word);

/** What the address of the list asks of the server. Words that mean nothing are left out. */
export function filterOf(search: URLSearchParams): QaFilter {
  const direction = keyIn(directions, search.get("direction"));
  const state = keyIn(states, search.get("state"));
  const order = keyIn(orders, search.get("order"));
  const words = (name: "agentId" | "team" | "item") => {
    const value = search.get(name);
    return value ? { [name]: value } : {};
  };
  const day = (name: "from" | "to") => {
    const value = search.get(name);
    return value && isDay(value) ? { [name]: value } : {};
  };
  return {
    ...(direction && direction !== "all" ? { direction } : {}),
    ...(state && state !== "all" ? { state } : {}),
    ...(order ? { order } : {}),
    ...words("agentId"),
    ...words("team"),
    ...words("item"),
    ...day("from"),
    ...day("to"),
  };
}

/** The address with one word changed; null, empty or `all` takes it out. */
export function withWord(search: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value && value !== "all") next.set(name, value);
  else next.delete(name);
  return next;
}
