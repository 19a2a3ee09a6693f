import { and, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../../platform/context.ts";
import { articles } from "../../table.ts";
import { quizAnswers, quizzes } from "../table.ts";
import type { ListQuizzes, QuizState } from "./schema.ts";

export type QuizRow = typeof quizzes.$inferSelect;
export type QuizAnswerRow = typeof quizAnswers.$inferSelect;
/** A quiz with its article's title and how the reader did on it. */
export type FullQuiz = QuizRow & { title: string; answered: number; right: number };

/** Keeps what is new: the same question of the same version is one. */
export const insertQuizzes = (tx: Db, rows: readonly QuizRow[]) =>
  tx
    .insert(quizzes)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: quizzes.id });

/** Those that a reader may get: of these states; with `isServed` only of the version that readers are shown. */
export type QuizScope = { states: readonly QuizState[]; isServed: boolean; by: string };

const served = sql`exists (
  select 1 from article_versions v
  where v.article_id = ${quizzes.articleId} and v.number = ${quizzes.version} and v.shown_until is null)`;

const full = (db: Db, by: string) => {
  const mine = and(eq(quizAnswers.quizId, quizzes.id), eq(quizAnswers.by, by));
  return db
    .select({
      quiz: quizzes,
      title: articles.title,
      answered: db.$count(quizAnswers, mine),
      right: db.$count(quizAnswers, and(mine, quizAnswers.ok)),
    })
    .from(quizzes)
    .innerJoin(articles, eq(articles.id, quizzes.articleId));
};

const inScope = ({ states, isServed }: QuizScope): SQL | undefined =>
  and(inArray(quizzes.state, [...states]), isServed ? and(isNotNull(articles.publishedVersion), served) : undefined);

/** Newest first. */
export async function selectQuizzes(db: Db, scope: QuizScope, filter: ListQuizzes): Promise<FullQuiz[]> {
  const { state, articleId, limit } = filter;
  const rows = await full(db, scope.by)
    .where(
      and(inScope(scope), state && eq(quizzes.state, state), articleId ? eq(quizzes.articleId, articleId) : undefined),
    )
    .orderBy(desc(quizzes.createdAt), desc(quizzes.id))
    .limit(limit);
  return rows.map(({ quiz, ...rest }) => ({ ...quiz, ...counted(rest) }));
}

export async function findQuiz(db: Db, scope: QuizScope, id: string): Promise<FullQuiz | undefined> {
  const [row] = await full(db, scope.by).where(and(inScope(scope), eq(quizzes.id, id)));
  return row && { ...row.quiz, ...counted(row) };
}

const counted = ({ title, answered, right }: { title: string; answered: number; right: number }) => ({
  title,
  answered: Number(answered),
  right: Number(right),
});

export const updateQuiz = (tx: Db, id: string, change: Partial<QuizRow>) =>
  tx.update(quizzes).set(change).where(eq(quizzes.id, id));

export const insertAnswer = (tx: Db, row: QuizAnswerRow) => tx.insert(quizAnswers).values(row);

/** How everybody did, or one person. */
export const scoresOf = (db: Db, by?: string) =>
  db
    .select({
      by: quizAnswers.by,
      name: sql<string>`max(${quizAnswers.byName})`,
      answered: sql<number>`count(*)::int`,
      right: sql<number>`(count(*) filter (where ${quizAnswers.ok}))::int`,
    })
    .from(quizAnswers)
    .where(by === undefined ? undefined : eq(quizAnswers.by, by))
    .groupBy(quizAnswers.by)
    .orderBy(sql`count(*) desc`, quizAnswers.by);
