import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { Attachment, addAttachment, openAttachment } from "../../orders/index.ts";
import { signedInRoutes } from "../env.ts";
import { bytes, errorResponses, IdParam, plainText, responses, signedInRoute } from "../route.ts";

const tags = ["通话"];

const add = signedInRoute("call.receive", {
  method: "put",
  path: "/api/calls/{id}/attachments",
  tags,
  summary: "Keep a picture, PDF or text with a call: its bytes as the body, 20 MB and ten files at most",
  request: {
    params: IdParam,
    query: z.object({ name: plainText(200) }),
    body: { required: true, content: { "application/octet-stream": bytes } },
  },
  responses: responses(Attachment, "Kept; the same file again is the same attachment", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
    "too_large",
  ]),
});

const read = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls/{id}/attachments/{attachmentId}",
  tags,
  summary: "A file of a call, to save",
  request: { params: IdParam.extend({ attachmentId: plainText(100) }) },
  responses: {
    ...errorResponses(["invalid", "unauthenticated", "forbidden", "not_found"]),
    200: { description: "Its bytes, never shown in place", content: { "application/octet-stream": bytes } },
  },
});

/** Names of any script, for browsers old and new (RFC 6266). */
export const toSave = (name: string) =>
  `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

export const attachmentRoutes = () =>
  signedInRoutes()
    .openapi(add, async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      const body = c.req.raw.body as ReadableStream<Uint8Array> | null;
      const content = body ? Readable.fromWeb(body) : Readable.from([]);
      const added = await addAttachment(ctx, id, c.req.valid("query").name, content);
      ctx.events.publish({ callId: id, what: "attached" });
      return c.json(added, 200);
    })
    .openapi(read, async (c) => {
      const { id, attachmentId } = c.req.valid("param");
      const file = await openAttachment(c.var.ctx, id, attachmentId);
      return new Response(Readable.toWeb(file.bytes) as unknown as BodyInit, {
        headers: {
          "Content-Type": file.head.type,
          "Content-Length": String(file.head.sizeBytes),
          "Content-Disposition": toSave(file.head.name),
          "X-Content-Type-Options": "nosniff",
        },
      });
    });
