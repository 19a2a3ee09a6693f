import { at, read, server } from "./client.ts";

/** Every call of the server about articles: writing, checking, publishing, versions. All throw ApiError. */
const articles = server.articles;
const one = articles[":id"];

type Json<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { json: infer Body } ? Body : never;
type Query<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { query: infer Asked } ? Asked : never;

export type ArticleFilter = Query<typeof articles.$get>;
export type ArticleFields = Json<typeof articles.$post>;
export type ArticleChanges = Json<typeof one.$patch>["changes"];

export const articlesApi = {
  list: (query: ArticleFilter) => read(articles.$get({ query })),
  counts: () => read(articles.counts.$get()),
  facets: () => read(articles.facets.$get()),
  search: (text: string) => read(articles.search.$get({ query: { text, k: 10 } })),
  one: (id: string) => read(one.$get({ param: at(id) })),
  create: (json: ArticleFields) => read(articles.$post({ json })),
  edit: (id: string, version: number, changes: ArticleChanges) =>
    read(one.$patch({ param: at(id), json: { version, changes } })),
  submit: (id: string, version: number) => read(one.submit.$post({ param: at(id), json: { version } })),
  withdraw: (id: string, version: number) => read(one.withdraw.$post({ param: at(id), json: { version } })),
  approve: (id: string, version: number) =>
    read(one.check.$post({ param: at(id), json: { version, decision: "approve" } })),
  sendBack: (id: string, version: number, reason: string) =>
    read(one.check.$post({ param: at(id), json: { version, decision: "sendBack", reason } })),
  publish: (id: string, version: number, moment: string | null) =>
    read(one.publish.$post({ param: at(id), json: { version, ...(moment ? { at: moment } : {}) } })),
  unschedule: (id: string, version: number) => read(one.unschedule.$post({ param: at(id), json: { version } })),
  retire: (id: string, version: number, reason: string) =>
    read(one.retire.$post({ param: at(id), json: { version, reason } })),
  restore: (id: string, version: number, number: number) =>
    read(one.restore.$post({ param: at(id), json: { version, number } })),
  review: (id: string, version: number, reviewDueAt: string | null) =>
    read(one.review.$post({ param: at(id), json: { version, reviewDueAt } })),
  preview: (title: string, body: string) => read(articles.preview.$post({ json: { title, body } })),
  versions: (id: string) => read(one.versions.$get({ param: at(id) })),
  diff: (id: string, from: number, to: number | "draft") => read(one.diff.$get({ param: at(id), query: { from, to } })),
  notes: (id: string) => read(one.notes.$get({ param: at(id) })),
  addNote: (id: string, text: string, quote: string | null) =>
    read(one.notes.$post({ param: at(id), json: { text, ...(quote ? { quote } : {}) } })),
  resolveNote: (id: string, noteId: string) =>
    read(one.notes[":noteId"].resolve.$post({ param: { ...at(id), noteId: encodeURIComponent(noteId) } })),
  dropFile: (id: string, fileId: string) =>
    read(one.attachments[":attachmentId"].$delete({ param: { ...at(id), attachmentId: encodeURIComponent(fileId) } })),
  bulletins: () => read(server.bulletins.$get()),
  conflictsOf: (id: string) => read(one.conflicts.$get({ param: at(id) })),
  conflicts: () => read(articles.conflicts.$get()),
  dismissConflict: (id: string, reason: string) =>
    read(articles.conflicts[":id"].dismiss.$post({ param: at(id), json: { reason } })),
};
