import { type Actor, actorName, may, type Permission } from "../../platform/access.ts";
import type { Fault } from "../../platform/errors.ts";
import type { Article } from "../store.ts";
import { type ArticleAction, articleActions } from "./schema.ts";

/** Why somebody may not do something now: `conflict` when the row is not so, `forbidden` when the person is not the one. */
export type Block = { fault: Extract<Fault, "conflict" | "forbidden">; why: string };

type Facts = Pick<Article, "state" | "publishAt" | "authors"> & { twoPersonWhy: string | null };

/** Which permission each action asks for. */
export const actionPermission = (action: ArticleAction): Permission =>
  action === "check" ? "article.check" : "article.edit";

const conflict = (why: string): Block => ({ fault: "conflict", why });
const forbidden = (why: string): Block => ({ fault: "forbidden", why });

const rules: Record<ArticleAction, (article: Facts, isAuthor: boolean) => Block | null> = {
  edit: (article) => scheduled(article, "修改"),
  restore: (article) => scheduled(article, "恢复"),
  submit: ({ state }) => (state === "draft" ? null : conflict("只有起草中的内容可以送审")),
  withdraw: (article) =>
    article.state === "checking" || article.state === "approved"
      ? scheduled(article, "撤回")
      : conflict("没有送审，不用撤回"),
  check: ({ state }, isAuthor) =>
    state !== "checking" ? conflict("不在待审核状态") : isAuthor ? forbidden("作者不能审核自己写的内容") : null,
  publish: (article, isAuthor) => {
    if (article.state !== "approved") return conflict("审核通过后才能发布");
    if (article.publishAt) return conflict("已定时发布，如要改时间请先撤销定时");
    return article.twoPersonWhy && isAuthor ? forbidden(`${article.twoPersonWhy}：发布人不能是作者`) : null;
  },
  unschedule: ({ publishAt }) => (publishAt ? null : conflict("没有定时发布")),
  retire: ({ state }) => (state === "retired" ? conflict("已经下架") : null),
};

const scheduled = ({ publishAt }: Facts, what: string): Block | null =>
  publishAt ? conflict(`已定时发布，请先撤销定时再${what}`) : null;

/** Whether the actor may do this to the article as it stands; null: yes. Does not ask for the role's permission. */
export function blockOf(actor: Actor, article: Facts, action: ArticleAction): Block | null {
  const me = actorName(actor);
  return rules[action](
    article,
    article.authors.some(({ id }) => id === me),
  );
}

/** For a screen: of every action why this person may not do it now, or null. */
export function blockedFor(actor: Actor, article: Facts): Record<ArticleAction, string | null> {
  const why = (action: ArticleAction) =>
    may(actor, actionPermission(action)) ? (blockOf(actor, article, action)?.why ?? null) : "您的角色没有这项权限";
  return Object.fromEntries(articleActions.map((action) => [action, why(action)])) as Record<
    ArticleAction,
    string | null
  >;
}
