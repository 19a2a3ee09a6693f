import { at, read, server } from "./client.ts";

const { callbacks, wording } = server;
const one = callbacks[":id"];

type Json<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { json: infer Body } ? Body : never;
type Query<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { query: infer Asked } ? Asked : never;

export type CaseFilter = Query<typeof callbacks.$get>;
export type NewCase = Json<typeof callbacks.$post>;
export type CaseChange = Json<typeof one.$patch>;
export type NewResult = Json<typeof one.result.$post>;
export type RatesAsked = Query<typeof callbacks.rates.$get>;
export type RateTrendAsked = Query<typeof callbacks.trend.$get>;
export type QaTrendAsked = Query<typeof server.qa.trends.$get>;

/** Every call of the server about callbacks, and the trends. All throw ApiError. */
export const callbacksApi = {
  list: (query: CaseFilter) => read(callbacks.$get({ query })),
  choices: () => read(callbacks.choices.$get()),
  one: (id: string) => read(one.$get({ param: at(id) })),
  add: (json: NewCase) => read(callbacks.$post({ json })),
  change: (id: string, json: CaseChange) => read(one.$patch({ param: at(id), json })),
  script: (id: string, script: string | null) =>
    read(one.script.$get({ param: at(id), query: script === null ? {} : { script } })),
  attempt: (id: string, result: string) => read(one.attempts.$post({ param: at(id), json: { result } })),
  record: (id: string, json: NewResult) => read(one.result.$post({ param: at(id), json })),
  hear: (lines: Json<typeof callbacks.hear.$post>["lines"]) => read(callbacks.hear.$post({ json: { lines } })),
  dialogue: (callId: string) => read(callbacks.dialogue[":id"].$get({ param: at(callId) })),
  rates: (query: RatesAsked) => read(callbacks.rates.$get({ query })),
  rateTrend: (query: RateTrendAsked) => read(callbacks.trend.$get({ query })),
  qaTrend: (query: QaTrendAsked) => read(server.qa.trends.$get({ query })),
  checkWording: (text: string, context: string) => read(wording.check.$post({ json: { text, context } })),
};
