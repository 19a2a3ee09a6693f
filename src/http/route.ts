import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { authorize, type Permission } from "../platform/access.ts";
import { type Fault, faults } from "../platform/errors.ts";
import type { SignedInEnv } from "./env.ts";

/** Every answer that is no success has this body. */
export const ErrorBody = z
  .object({
    error: z.string().describe("invalid, unauthenticated, forbidden, not_found, conflict ..."),
    message: z.string().describe("Words for people, in Chinese"),
    requestId: z.string(),
    present: z.unknown().optional().describe("With a conflict: the row as it stands"),
  })
  .meta({ id: "Error" });
export type ErrorBody = z.infer<typeof ErrorBody>;

const said: Record<Fault, string> = {
  invalid: "The request is malformed",
  unauthenticated: "Not signed in",
  forbidden: "The role has no such permission, or the request comes from another site",
  not_found: "No such thing, or it is hidden from you",
  conflict: "Someone else was first; `present` is the row as it stands",
  too_large: "The body is too large",
  unreadable: "The content cannot be read",
  rate_limited: "Too many attempts",
  bad_answer: "An engine answered rubbish",
  unavailable: "A service behind is away",
};

/** Each fault in the one error body. They stay out of the client's types: it throws on them. */
export const errorResponses = (names: readonly Fault[]): Record<never, never> =>
  Object.fromEntries(
    names.map((name) => [
      faults[name].status,
      { description: said[name], content: { "application/json": { schema: ErrorBody } } },
    ]),
  );

type Success<Schema, Status extends number> = {
  [S in Status]: { description: string; content: { "application/json": { schema: Schema } } };
};

/** The responses of a route that answers JSON: what it gives, and its faults. */
export function responses<Schema extends z.ZodType, Status extends number = 200>(
  schema: Schema,
  description: string,
  names: readonly Fault[],
  status: Status = 200 as Status,
): Success<Schema, Status> {
  const success = { [status]: { description, content: { "application/json": { schema } } } };
  return { ...errorResponses(names), ...success } as Success<Schema, Status>;
}

/** Bytes of any kind, as OpenAPI writes them. */
export const bytes = { schema: z.string().meta({ format: "binary" }) };

/** A JSON body that must be there. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { "application/json": { schema } },
});

/** Refuses before anything of the request is looked at. */
export const requires = (permission: Permission) =>
  createMiddleware<SignedInEnv>(async function checkPermission(c, next) {
    authorize(c.var.ctx.actor, permission);
    await next();
  });

/** A route for signed-in people; null where every role may. */
export const signedInRoute = <P extends string, R extends Omit<RouteConfig, "path" | "middleware"> & { path: P }>(
  permission: Permission | null,
  config: R,
) =>
  createRoute({
    ...config,
    middleware: permission ? [requires(permission)] : [],
    security: [{ session: [] }],
  });

/** Text of a query. */
export const plainText = (maxChars: number) => z.string().min(1).max(maxChars);

/** An id as it stands in a path. */
export const IdParam = z.object({ id: plainText(100) });
