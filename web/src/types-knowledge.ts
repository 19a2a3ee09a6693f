import type { knowledgeApi } from "./api-knowledge.ts";

/** What a call of the server gives, as the typed client says it. */
type Given<Name extends keyof typeof knowledgeApi> = Awaited<ReturnType<(typeof knowledgeApi)[Name]>>;

/** A file on its way into the base. */
export type Import = Given<"import">;
export type ImportState = Import["state"];
type Preview = NonNullable<Import["preview"]>;
export type ImportField = keyof Preview["mapping"];
export type ImportRow = Preview["first"][number];

/** What a reader said of an answer. */
export type Feedback = Given<"feedback">["items"][number];
export type FeedbackKind = Feedback["kind"];
export type FeedbackState = Feedback["state"];

/** A question the base could not answer. */
export type Gap = Given<"gaps">["items"][number];
export type GapState = Gap["state"];
export type GapDetail = Given<"gap">;

/** A call in which words were told that have changed since. */
export type Recall = Given<"recalls">["items"][number];
export type RecallState = Recall["state"];

export type HitSet = Given<"hitSets">["items"][number];
export type HitSetDetail = Given<"hitSet">;
export type HitQuestion = HitSetDetail["questionList"][number];
export type HitRunHead = HitSetDetail["runs"][number];
export type HitRun = Given<"hitRun">;
export type HitTotals = NonNullable<HitRunHead["totals"]>;
export type HitResult = HitRun["results"][number];

/** How often an article was shown, told and judged. */
export type Use = Given<"figures">["items"][number];
export type ArticleUse = Given<"figuresOf">;

export type Quiz = Given<"quizzes">["items"][number];
export type QuizState = Quiz["state"];
export type QuizMark = Given<"answerQuiz">;
