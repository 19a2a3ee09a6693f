import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { addArticleAttachment, openArticleAttachment, removeArticleAttachment } from "../../kb/index.ts";
import { signedInRoutes } from "../env.ts";
import { bytes, errorResponses, IdParam, plainText, responses, signedInRoute } from "../route.ts";
import { AttachmentHead } from "./article-shapes.ts";
import { toSave } from "./attachments.ts";

const tags = ["知识库"];
const FileParam = IdParam.extend({ attachmentId: plainText(100) });

const add = signedInRoute("article.edit", {
  method: "put",
  path: "/api/articles/{id}/attachments",
  tags,
  summary: "Keep a picture, PDF or text with an article: its bytes as the body, 20 MB and ten files at most",
  request: {
    params: IdParam,
    query: z.object({ name: plainText(200) }),
    body: { required: true, content: { "application/octet-stream": bytes } },
  },
  responses: responses(AttachmentHead, "Kept; the same file again is the same attachment", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
    "too_large",
  ]),
});

const read = signedInRoute("article.read", {
  method: "get",
  path: "/api/articles/{id}/attachments/{attachmentId}",
  tags,
  summary: "A file of an article, to save",
  request: { params: FileParam },
  responses: {
    ...errorResponses(["invalid", "unauthenticated", "forbidden", "not_found"]),
    200: { description: "Its bytes, never shown in place", content: { "application/octet-stream": bytes } },
  },
});

const remove = signedInRoute("article.edit", {
  method: "delete",
  path: "/api/articles/{id}/attachments/{attachmentId}",
  tags,
  summary: "Take a file off an article",
  request: { params: FileParam },
  responses: responses(z.object({ id: z.string() }), "Gone from the article", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

export const articleAttachmentRoutes = () =>
  signedInRoutes()
    .openapi(add, async (c) => {
      const body = c.req.raw.body as ReadableStream<Uint8Array> | null;
      const content = body ? Readable.fromWeb(body) : Readable.from([]);
      const row = await addArticleAttachment(c.var.ctx, c.req.valid("param").id, c.req.valid("query").name, content);
      const { id, name, type, sizeBytes } = row;
      return c.json({ id, name, type, sizeBytes }, 200);
    })
    .openapi(read, async (c) => {
      const { id, attachmentId } = c.req.valid("param");
      const { head, bytes } = await openArticleAttachment(c.var.ctx, id, attachmentId);
      return new Response(Readable.toWeb(bytes) as unknown as BodyInit, {
        headers: {
          "Content-Type": head.type,
          "Content-Length": String(head.sizeBytes),
          "Content-Disposition": toSave(head.name),
          "X-Content-Type-Options": "nosniff",
        },
      });
    })
    .openapi(remove, async (c) => {
      const { id, attachmentId } = c.req.valid("param");
      await removeArticleAttachment(c.var.ctx, id, attachmentId);
      return c.json({ id: attachmentId }, 200);
    });
