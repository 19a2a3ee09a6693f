import { OpenAPIHono } from "@hono/zod-openapi";
import type { Ctx } from "../platform/context.ts";
import type { Session } from "./session/session-of.ts";
import { refuseInvalid } from "./validation.ts";

/** Before sign-in. `address` is the peer's. */
export type OpenEnv = { Variables: { requestId: string; address: string } };

/** Behind sign-in. */
export type SignedInEnv = { Variables: OpenEnv["Variables"] & { ctx: Ctx; session: Session } };

/** A part of the API whose bad input becomes AppError `invalid`. */
export const openRoutes = () => new OpenAPIHono<OpenEnv>({ defaultHook: refuseInvalid });
export const signedInRoutes = () => new OpenAPIHono<SignedInEnv>({ defaultHook: refuseInvalid });
