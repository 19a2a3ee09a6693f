import { and, count, desc, eq, gt, ilike, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { type Actor, actorName, may } from "../platform/access.ts";
import type { Db } from "../platform/context.ts";
import type { ListArticles } from "./schema.ts";
import { type Article, asShown } from "./store.ts";
import { type ArticleVersion, shownAt } from "./store-versions.ts";
import { articles, articleVersions } from "./table.ts";

/** Newest change first. Editors get working copies; all others what is shown at the moment, and never a state but published. */
export async function selectArticles(db: Db, actor: Actor, filter: ListArticles, moment: Date): Promise<Article[]> {
  const order = [desc(articles.updatedAt), desc(articles.id)];
  if (may(actor, "article.edit")) {
    const where = and(wordsMatch(articles, filter), headMatches(actor, filter, moment), beyond(filter));
    return db
      .select()
      .from(articles)
      .where(where)
      .orderBy(...order)
      .limit(filter.limit);
  }
  if (filter.state && filter.state !== "published") return [];
  const rows = await db
    .select({ article: articles, version: articleVersions })
    .from(articles)
    .innerJoin(articleVersions, and(eq(articleVersions.articleId, articles.id), shownAt(moment)))
    .where(and(wordsMatch(articleVersions, filter), beyond(filter)))
    .orderBy(...order)
    .limit(filter.limit);
  return rows.map(({ article, version }) => asShown(article, version));
}

const wordsMatch = (row: typeof articles | typeof articleVersions, filter: ListArticles): SQL | undefined =>
  and(
    filter.title ? ilike(row.title, `%${filter.title.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
    filter.kind && eq(row.kind, filter.kind),
    filter.agency ? eq(row.agency, filter.agency) : undefined,
    filter.item ? eq(row.item, filter.item) : undefined,
    filter.region ? eq(row.region, filter.region) : undefined,
    filter.bulletin === undefined ? undefined : eq(row.bulletin, filter.bulletin),
  );

const headMatches = (actor: Actor, filter: ListArticles, moment: Date): SQL | undefined =>
  and(
    filter.state && eq(articles.state, filter.state),
    filter.due ? isDue(moment) : undefined,
    filter.mine ? sql`${articles.authors} @> ${JSON.stringify([{ id: actorName(actor) }])}::jsonb` : undefined,
  );

const isDue = (moment: Date) => and(isNotNull(articles.publishedVersion), lte(articles.reviewDueAt, moment));

function beyond({ after }: ListArticles): SQL | undefined {
  if (!after) return undefined;
  const before = new Date(after.updatedAt);
  return or(lt(articles.updatedAt, before), and(eq(articles.updatedAt, before), lt(articles.id, after.id)));
}

/** How many articles are in each state, due to be looked at, and about to end. */
export async function countStates(db: Db, moment: Date, soon: Date): Promise<Record<string, number>> {
  const states = await db.select({ state: articles.state, n: count() }).from(articles).groupBy(articles.state);
  const [due] = await db.select({ n: count() }).from(articles).where(isDue(moment));
  const ending = and(
    isNotNull(articles.publishedVersion),
    gt(articles.validUntil, moment),
    lte(articles.validUntil, soon),
  );
  const [expiring] = await db.select({ n: count() }).from(articles).where(ending);
  const counted = Object.fromEntries(states.map(({ state, n }) => [state, n]));
  return { ...counted, due: due?.n ?? 0, expiring: expiring?.n ?? 0 };
}

const facets = ["agency", "item", "region", "audience"] as const;
export type Facets = Record<(typeof facets)[number], string[]>;

/** The names that stand in the fields of the articles the actor may see, for lists to choose from. */
export async function selectFacets(db: Db, actor: Actor, moment: Date): Promise<Facets> {
  const found: Facets = { agency: [], item: [], region: [], audience: [] };
  for (const facet of facets) {
    const rows = may(actor, "article.edit")
      ? await db.selectDistinct({ name: articles[facet] }).from(articles)
      : await db.selectDistinct({ name: articleVersions[facet] }).from(articleVersions).where(shownAt(moment));
    found[facet] = rows.flatMap(({ name }) => name ?? []).sort((a, b) => a.localeCompare(b, "zh"));
  }
  return found;
}

/** Bulletins that are shown and valid at the moment, newest first. */
export const selectBulletins = (db: Db, moment: Date): Promise<ArticleVersion[]> =>
  db
    .select()
    .from(articleVersions)
    .where(
      and(
        eq(articleVersions.bulletin, true),
        shownAt(moment),
        or(isNull(articleVersions.validFrom), lte(articleVersions.validFrom, moment)),
        or(isNull(articleVersions.validUntil), gt(articleVersions.validUntil, moment)),
      ),
    )
    .orderBy(desc(articleVersions.publishedAt))
    .limit(50);
