import { at, read, server } from "./client.ts";

const { feedback, gaps, recalls, quizzes } = server;
const hitSets = server["hit-sets"];
const imports = server.articles.imports;

type State<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { query: { state?: infer S } }
  ? NonNullable<S>
  : never;
type Json<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { json: infer Body } ? Body : never;

/** What the use of the base teaches: gaps, recalls, hit tests, figures, quizzes, words of readers; and import. All throw ApiError. */
export const knowledgeApi = {
  feedback: (state: State<typeof feedback.$get>) => read(feedback.$get({ query: { state, limit: 200 } })),
  decideFeedback: (id: string, state: State<typeof feedback.$get>, note: string) =>
    read(feedback[":id"].decide.$post({ param: at(id), json: { state, ...(note ? { note } : {}) } })),
  gaps: (state: State<typeof gaps.$get>) => read(gaps.$get({ query: { state, limit: 200 } })),
  gap: (id: string) => read(gaps[":id"].$get({ param: at(id) })),
  decideGap: (id: string, json: Json<(typeof gaps)[":id"]["decide"]["$post"]>) =>
    read(gaps[":id"].decide.$post({ param: at(id), json })),
  recalls: (state: State<typeof recalls.$get>) => read(recalls.$get({ query: { state, limit: 200 } })),
  decideRecall: (id: string, state: "needed" | "not_needed" | "open", note: string) =>
    read(recalls[":id"].decide.$post({ param: at(id), json: { state, ...(note ? { note } : {}) } })),
  finishRecall: (id: string, result: string) => read(recalls[":id"].done.$post({ param: at(id), json: { result } })),
  hitSets: () => read(hitSets.$get()),
  hitSet: (id: string) => read(hitSets[":id"].$get({ param: at(id) })),
  createHitSet: (json: Json<typeof hitSets.$post>) => read(hitSets.$post({ json })),
  saveHitSet: (id: string, json: Json<(typeof hitSets)[":id"]["$put"]>) =>
    read(hitSets[":id"].$put({ param: at(id), json })),
  runHitSet: (id: string) => read(hitSets[":id"].runs.$post({ param: at(id), json: {} })),
  hitRun: (id: string) => read(server["hit-runs"][":id"].$get({ param: at(id) })),
  figures: (days: number) => read(server["article-use"].$get({ query: { days, limit: 200 } })),
  figuresOf: (id: string) => read(server.articles[":id"].use.$get({ param: at(id) })),
  makeQuizzes: (id: string) => read(server.articles[":id"].quizzes.$post({ param: at(id), json: {} })),
  quizzes: (state: State<typeof quizzes.$get>) => read(quizzes.$get({ query: { state, limit: 100 } })),
  decideQuiz: (id: string, json: Json<(typeof quizzes)[":id"]["decide"]["$post"]>) =>
    read(quizzes[":id"].decide.$post({ param: at(id), json })),
  answerQuiz: (id: string, answer: string) => read(quizzes[":id"].answers.$post({ param: at(id), json: { answer } })),
  quizScores: () => read(server["quiz-scores"].$get()),
  myQuizScore: () => read(server["quiz-scores"].mine.$get()),
  imports: () => read(imports.$get({ query: { limit: 20 } })),
  import: (id: string) => read(imports[":id"].$get({ param: at(id) })),
  mapImport: (id: string, json: Json<(typeof imports)[":id"]["$patch"]>) =>
    read(imports[":id"].$patch({ param: at(id), json })),
  confirmImport: (id: string, version: number, publish: boolean) =>
    read(imports[":id"].confirm.$post({ param: at(id), json: { version, publish } })),
  cancelImport: (id: string) => read(imports[":id"].cancel.$post({ param: at(id) })),
};
