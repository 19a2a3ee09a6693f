import type { ArticleFilter, ArticleState } from "../../../types-articles.ts";
import { kinds } from "../words.ts";

/** By what the tree is grown. */
export const branches = { agency: "单位", item: "事项", kind: "类别", region: "地区" } as const;
export type Branch = keyof typeof branches;

export const isBranch = (word: string | null): word is Branch => word !== null && word in branches;

const states: readonly ArticleState[] = ["draft", "checking", "approved", "published", "retired"];
const isState = (word: string | null): word is ArticleState => states.some((state) => state === word);
const isKind = (word: string | null) => kinds.find((kind) => kind === word);

/** What the address of the list asks of the server. Words that mean nothing are left out. */
export function filterOf(search: URLSearchParams): ArticleFilter {
  const state = search.get("state");
  const kind = isKind(search.get("kind"));
  const words = (name: "title" | "agency" | "item" | "region") => {
    const value = search.get(name);
    return value ? { [name]: value } : {};
  };
  const yes = (name: "bulletin" | "due" | "mine") => (search.get(name) === "true" ? { [name]: "true" as const } : {});
  return {
    ...(isState(state) ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...words("title"),
    ...words("agency"),
    ...words("item"),
    ...words("region"),
    ...yes("bulletin"),
    ...yes("due"),
    ...yes("mine"),
  };
}

/** The address with one word changed; null takes it out. */
export function withWord(search: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

/** One leaf of the tree instead of another, whatever it grew by. */
export function withLeaf(search: URLSearchParams, branch: Branch, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const each of Object.keys(branches)) next.delete(each);
  next.set("by", branch);
  if (value) next.set(branch, value);
  return next;
}
