import { hc } from "hono/client";
import type { App } from "../../src/http/app.ts";
import { request } from "./request.ts";

/** The typed doors of the server. */
export const { api: server } = hc<App>("/", { fetch: request });

/** The body of an answer. Failures never come here: `request` throws them. */
export const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json();

/** hono puts a parameter into the path as it is. */
export const at = (id: string) => ({ id: encodeURIComponent(id) });
