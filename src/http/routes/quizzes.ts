import { z } from "zod";
import {
  AnswerQuiz,
  answerQuiz,
  createQuizzes,
  DecideQuiz,
  decideQuiz,
  ListQuizzes,
  listQuizScores,
  listQuizzes,
  ownQuizScore,
  Quiz,
  QuizScore,
  QuizVerdict,
} from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["知识库"];
const faults = ["invalid", "unauthenticated", "forbidden", "not_found"] as const;
const Quizzes = z.object({ items: z.array(Quiz) });

const make = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/{id}/quizzes",
  tags,
  summary: "Make training questions from the version that readers are shown; again adds only what is new",
  request: { params: IdParam, body: jsonBody(z.strictObject({})) },
  responses: responses(Quizzes, "The questions of that version", [...faults, "conflict"]),
});

const list = signedInRoute("article.read", {
  method: "get",
  path: "/api/quizzes",
  tags,
  summary: "Training questions; the right answers only for editors",
  request: { query: ListQuizzes },
  responses: responses(Quizzes, "Newest first", ["invalid", "unauthenticated", "forbidden"]),
});

const decide = signedInRoute("article.edit", {
  method: "post",
  path: "/api/quizzes/{id}/decide",
  tags,
  summary: "Let a training question through, or not; its words may be mended",
  request: { params: IdParam, body: jsonBody(DecideQuiz) },
  responses: responses(Quiz, "The question as it stands", faults),
});

const answer = signedInRoute("article.read", {
  method: "post",
  path: "/api/quizzes/{id}/answers",
  tags,
  summary: "Answer a training question",
  request: { params: IdParam, body: jsonBody(AnswerQuiz) },
  responses: responses(QuizVerdict, "Whether it is right, with the sentence of the article", faults),
});

const scores = signedInRoute("article.edit", {
  method: "get",
  path: "/api/quiz-scores",
  tags,
  summary: "How each person did in training",
  responses: responses(z.object({ items: z.array(QuizScore.extend({ name: z.string() })) }), "Most answers first", [
    "unauthenticated",
    "forbidden",
  ]),
});

const own = signedInRoute("article.read", {
  method: "get",
  path: "/api/quiz-scores/mine",
  tags,
  summary: "How one did oneself",
  responses: responses(QuizScore, "One's own score", ["unauthenticated", "forbidden"]),
});

export const quizRoutes = () =>
  signedInRoutes()
    .openapi(make, async (c) => c.json({ items: await createQuizzes(c.var.ctx, c.req.valid("param").id) }, 200))
    .openapi(list, async (c) => c.json({ items: await listQuizzes(c.var.ctx, c.req.valid("query")) }, 200))
    .openapi(decide, async (c) =>
      c.json(await decideQuiz(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(answer, async (c) =>
      c.json(await answerQuiz(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(scores, async (c) => c.json({ items: await listQuizScores(c.var.ctx) }, 200))
    .openapi(own, async (c) => c.json(await ownQuizScore(c.var.ctx), 200));
