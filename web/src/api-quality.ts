import { at, read, server } from "./client.ts";

const { qa, calls } = server;
const one = qa.calls[":id"];
const tasks = qa.tasks;
const calibrations = qa.calibrations;

type Json<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { json: infer Body } ? Body : never;
type Query<Door extends (input: never) => unknown> = Parameters<Door>[0] extends { query: infer Asked } ? Asked : never;

export type QaFilter = Query<typeof qa.calls.$get>;
export type Decisions = Json<typeof one.decisions.$post>;
export type AppealWords = Json<typeof one.appeals.$post>;
export type NewPlan = Json<typeof qa.plans.$post>;
export type NewNote = Json<typeof qa.notes.$post>;
export type ResultsQuery = Query<typeof qa.results.$get>;
type TaskQuery = Query<typeof tasks.$get>;
type AppealQuery = Query<typeof qa.appeals.$get>;
type Outcome = Json<(typeof qa.appeals)[":id"]["outcome"]["$post"]>;

/** Every call of the server about scores, reviews, samples and recordings. All throw ApiError. */
export const qualityApi = {
  calls: (query: QaFilter) => read(qa.calls.$get({ query })),
  call: (id: string) => read(one.$get({ param: at(id) })),
  decide: (id: string, json: Decisions) => read(one.decisions.$post({ param: at(id), json })),
  suggest: (id: string) => read(one.suggestions.$post({ param: at(id) })),
  acknowledge: (id: string) => read(one.acknowledge.$post({ param: at(id) })),
  appeal: (id: string, json: AppealWords) => read(one.appeals.$post({ param: at(id), json })),
  appeals: (query: AppealQuery) => read(qa.appeals.$get({ query })),
  decideAppeal: (id: string, json: Outcome) => read(qa.appeals[":id"].outcome.$post({ param: at(id), json })),
  plans: () => read(qa.plans.$get()),
  makePlan: (json: NewPlan) => read(qa.plans.$post({ json })),
  tasks: (query: TaskQuery) => read(tasks.$get({ query })),
  nextTask: () => read(tasks.next.$post({ json: {} })),
  assign: (id: string, reviewerId: string | null) =>
    read(tasks[":id"].assign.$post({ param: at(id), json: { reviewerId } })),
  reviewers: () => read(qa.reviewers.$get()),
  agreement: (query: Query<typeof qa.agreement.$get>) => read(qa.agreement.$get({ query })),
  calibrations: () => read(calibrations.$get()),
  calibration: (id: string) => read(calibrations[":id"].$get({ param: at(id) })),
  calibrate: (json: Json<typeof calibrations.$post>) => read(calibrations.$post({ json })),
  endCalibration: (id: string) => read(calibrations[":id"].end.$post({ param: at(id) })),
  items: () => read(qa.items.$get()),
  changeItem: (item: string, json: Json<(typeof qa.items)[":item"]["$put"]>) =>
    read(qa.items[":item"].$put({ param: { item: encodeURIComponent(item) }, json })),
  notes: () => read(qa.notes.$get({ query: {} })),
  addNote: (json: NewNote) => read(qa.notes.$post({ json })),
  seeNote: (id: string) => read(qa.notes[":id"].seen.$post({ param: at(id) })),
  seats: () => read(qa.seats.$get()),
  changeSeat: (agentId: string, json: Json<(typeof qa.seats)[":agentId"]["$put"]>) =>
    read(qa.seats[":agentId"].$put({ param: { agentId: encodeURIComponent(agentId) }, json })),
  results: (query: ResultsQuery) => read(qa.results.$get({ query })),
  rubric: () => read(qa.rubric.$get()),
  rescores: () => read(qa.rescores.$get()),
  startRescore: () => read(qa.rescores.$post()),
  pauseRescore: (id: string) => read(qa.rescores[":id"].pause.$post({ param: at(id) })),
  resumeRescore: (id: string) => read(qa.rescores[":id"].resume.$post({ param: at(id) })),
  peaks: (callId: string) => read(calls[":id"].recording.peaks.$get({ param: at(callId) })),
};

/** Where a month is had as a workbook. */
export const resultsUrl = (month: string, basis: string): string =>
  `/api/qa/results/export?month=${encodeURIComponent(month)}&basis=${encodeURIComponent(basis)}`;

/** Where the sound of a call is had, whole or in parts. */
export const recordingUrl = (callId: string): string => `/api/calls/${encodeURIComponent(callId)}/recording`;
