import type { articlesApi } from "./api-articles.ts";

export type { ArticleChanges, ArticleFilter } from "./api-articles.ts";

/** What a call of the server gives, as the typed client says it. */
type Given<Name extends keyof typeof articlesApi> = Awaited<ReturnType<(typeof articlesApi)[Name]>>;

/** An article as it stands: the working copy, with what readers see beside. */
export type Article = Given<"one">;
export type ArticleHead = Given<"list">["items"][number];
export type ArticleState = ArticleHead["state"];
export type ArticleKind = ArticleHead["kind"];
/** What may be done with an article; `blocked` says why not. */
export type Act = keyof Article["blocked"];
/** What an editor writes. */
export type ArticleFields = Pick<
  Article,
  | "title"
  | "body"
  | "kind"
  | "agency"
  | "legalBasis"
  | "region"
  | "audience"
  | "item"
  | "bulletin"
  | "validFrom"
  | "validUntil"
  | "reviewDueAt"
>;
export type Counts = Given<"counts">;
export type Facets = Given<"facets">;
export type SearchHit = Given<"search">["results"][number];
export type SlotType = Article["slots"][number]["type"];
export type VersionHead = Given<"versions">["items"][number];
export type ArticleDiff = Given<"diff">;
export type Part = ArticleDiff["fields"][number]["parts"][number];
export type Note = Given<"notes">["items"][number];
export type Conflict = Given<"conflicts">["items"][number];
export type Quoted = Conflict["a"];
