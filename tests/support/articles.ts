import type { TestApp } from "../security/test-app.ts";

/** What a route answered: its status and its JSON. */
export type Said = { status: number; body: Record<string, unknown> & { id: string; version: number } };

/** Steps of an article's life over HTTP, by the second word of the route. `by` is who does it. */
export function articleDesk(t: TestApp) {
  const ask = async (by: string, method: string, path: string, body?: unknown): Promise<Said> => {
    const response = await t.as(by, path, { method, ...(body === undefined ? {} : { body }) });
    return { status: response.status, body: await response.json() };
  };
  const create = (by: string, fields: object) => ask(by, "POST", "/api/articles", fields);
  const read = (by: string, id: string) => ask(by, "GET", `/api/articles/${id}`);
  /** Takes a step on the row as it stands now. */
  const step = async (by: string, id: string, name: string, more: object = {}) => {
    const { body } = await read("editor", id);
    return ask(by, "POST", `/api/articles/${id}/${name}`, { version: body.version, ...more });
  };
  const edit = async (by: string, id: string, changes: object) => {
    const { body } = await read("editor", id);
    return ask(by, "PATCH", `/api/articles/${id}`, { version: body.version, changes });
  };
  /** Written by `editor`, checked by `editor.two`; not yet published. */
  const approved = async (fields: object) => {
    const { body } = await create("editor", fields);
    await step("editor", body.id, "submit");
    await step("editor.two", body.id, "check", { decision: "approve" });
    return body.id;
  };
  const published = async (fields: object, more: object = {}) => {
    const id = await approved(fields);
    const said = await step("editor.two", id, "publish", more);
    if (said.status !== 200) throw new Error(JSON.stringify(said.body));
    return id;
  };
  return { ask, create, read, step, edit, approved, published };
}
