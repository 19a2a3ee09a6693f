import { z } from "zod";
import { watchCall } from "../../orders/index.ts";
import type { Fault } from "../../platform/errors.ts";
import { signedInRoutes } from "../env.ts";
import { streamCallEvents } from "../event-stream.ts";
import { errorResponses, IdParam, signedInRoute } from "../route.ts";
import type { Auth } from "../session/auth.ts";

const tags = ["通话"];

const streamed = (names: readonly Fault[]) => ({
  ...errorResponses(names),
  200: {
    description: 'First "hello", then "call" with {"callId", "what"} for what one may see; a comment every 15 s',
    content: { "text/event-stream": { schema: z.string() } },
  },
});

const all = signedInRoute("call.read", {
  method: "get",
  path: "/api/events",
  tags,
  summary: "Hear which of the calls one may see changed (server-sent events)",
  responses: streamed(["unauthenticated", "forbidden"]),
});

const ofCall = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls/{id}/events",
  tags,
  summary: "Hear when this call changed (server-sent events)",
  request: { params: IdParam },
  responses: streamed(["invalid", "unauthenticated", "forbidden", "not_found"]),
});

export const eventRoutes = (auth: Auth, heartbeatMs: number) => {
  const options = (headers: Headers) => ({
    heartbeatMs,
    isStillIn: async () => (await auth.sessionOf(headers, { isQuiet: true })) !== null,
  });
  return signedInRoutes()
    .openapi(all, (c) => streamCallEvents(c, options(c.req.raw.headers)))
    .openapi(ofCall, async (c) => {
      const callId = c.req.valid("param").id;
      await watchCall(c.var.ctx, callId);
      return streamCallEvents(c, { callId, ...options(c.req.raw.headers) });
    });
};
