import type { Article, ArticleFields } from "../../../types-articles.ts";

/** A new article; a bulletin holds from now until tonight unless its author says else. */
export const emptyFields = (bulletin: boolean, validFrom: string | null, validUntil: string | null): ArticleFields => ({
  title: "",
  body: "",
  kind: bulletin ? "公告公开" : "答复口径",
  agency: null,
  legalBasis: null,
  region: null,
  audience: null,
  item: null,
  bulletin,
  validFrom,
  validUntil,
  reviewDueAt: null,
});

/** What an editor writes of an article. */
export const fieldsOf = (article: Article): ArticleFields => ({
  title: article.title,
  body: article.body,
  kind: article.kind,
  agency: article.agency,
  legalBasis: article.legalBasis,
  region: article.region,
  audience: article.audience,
  item: article.item,
  bulletin: article.bulletin,
  validFrom: article.validFrom,
  validUntil: article.validUntil,
  reviewDueAt: article.reviewDueAt,
});

export const fieldWords: Record<keyof ArticleFields, string> = {
  title: "标题",
  body: "正文",
  kind: "类别",
  agency: "单位",
  legalBasis: "依据",
  region: "地区",
  audience: "对象",
  item: "事项",
  bulletin: "公告",
  validFrom: "生效",
  validUntil: "有效至",
  reviewDueAt: "复核",
};

/** Why it cannot be saved yet, in words; null when it can. */
export function faultOf({ title, body, validFrom, validUntil }: ArticleFields): string | null {
  if (!title.trim()) return "请填写标题";
  if (!body.trim()) return "请填写正文";
  if (validFrom && validUntil && Date.parse(validUntil) <= Date.parse(validFrom)) return "有效至应晚于生效";
  return null;
}
