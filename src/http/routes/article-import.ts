import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import {
  type ArticleImport,
  ChangeImport,
  cancelImport,
  changeMapping,
  confirmImport,
  ExportArticles,
  exportArticles,
  getImport,
  ImportFault,
  ImportPreview,
  ImportReport,
  ImportState,
  listImports,
  receiveImport,
} from "../../kb/index.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import { AppError } from "../../platform/errors.ts";
import { signedInRoutes } from "../env.ts";
import { streamImportEvents } from "../event-stream.ts";
import { bytes, errorResponses, IdParam, jsonBody, plainText, responses, signedInRoute } from "../route.ts";
import type { Auth } from "../session/auth.ts";

const tags = ["知识库"];
const refusals = ["invalid", "unauthenticated", "forbidden"] as const;

const Import = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.int(),
  state: ImportState,
  version: z.int(),
  createdBy: z.string(),
  createdAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  publish: z.boolean(),
  progress: z.object({ done: z.int(), total: z.int().nullable() }).describe("Articles"),
  preview: ImportPreview.nullable(),
  faults: z.array(ImportFault).describe("The first 200 of what was not understood"),
  faultCount: z.int(),
  report: ImportReport.nullable(),
  failure: z.string().nullable(),
});

const upload = (method: "put" | "post") =>
  signedInRoute("article.edit", {
    method,
    path: "/api/articles/imports",
    tags,
    summary:
      "Bring a file of articles (CSV, XLSX, DOCX, Markdown, HTML, JSON Lines, ZIP): its bytes as the body, 200 MB at most",
    request: {
      query: z.object({ name: plainText(200) }),
      body: {
        required: true,
        content: { "application/octet-stream": bytes },
      },
    },
    responses: responses(Import, "Kept; it is read in the background", [...refusals, "too_large"], 202),
  });

const list = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/imports",
  tags,
  summary: "Imports, newest first, without the first articles and faults of each",
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }) },
  responses: responses(z.object({ items: z.array(Import) }), "Imports", refusals),
});

const read = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/imports/{id}",
  tags,
  summary: "One import: its preview or report, how far it is, and what was not understood",
  request: { params: IdParam },
  responses: responses(Import, "The import", [...refusals, "not_found"]),
});

const change = signedInRoute("article.edit", {
  method: "patch",
  path: "/api/articles/imports/{id}",
  tags,
  summary: "Say which column holds what, or how the text is written; the file is read again",
  request: { params: IdParam, body: jsonBody(ChangeImport.omit({ id: true })) },
  responses: responses(Import, "Is read again", [...refusals, "not_found", "conflict"], 202),
});

const confirm = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/imports/{id}/confirm",
  tags,
  summary: "Take the articles in, as drafts or published; what needs a second person waits for one",
  request: { params: IdParam, body: jsonBody(z.object({ version: z.int(), publish: z.boolean() })) },
  responses: responses(Import, "Runs in the background", [...refusals, "not_found", "conflict"], 202),
});

const cancel = signedInRoute("article.edit", {
  method: "post",
  path: "/api/articles/imports/{id}/cancel",
  tags,
  summary: "Throw a preview away, or stop an import after its present batch; what is in stays in",
  request: { params: IdParam },
  responses: responses(Import, "Cancelled", [...refusals, "not_found", "conflict"]),
});

const events = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/imports/{id}/events",
  tags,
  summary: "Hear how far an import is (server-sent events)",
  request: { params: IdParam },
  responses: {
    ...errorResponses([...refusals, "not_found"]),
    200: {
      description: 'First "hello", then "import" with {"importId", "state", "done", "total"}; a comment every 15 s',
      content: { "text/event-stream": { schema: z.string() } },
    },
  },
});

const bring = signedInRoute("article.edit", {
  method: "get",
  path: "/api/articles/export",
  tags,
  summary: "All articles as a file; importing it again changes nothing. ZIP holds a Markdown file for each",
  request: { query: ExportArticles },
  responses: {
    ...errorResponses(refusals),
    200: {
      description: "The file, to save",
      content: { "application/octet-stream": bytes },
    },
  },
});

const isoOrNull = (moment: Date | null) => moment && toShanghaiIso(moment);

const viewOf = (row: ArticleImport): z.infer<typeof Import> => ({
  id: row.id,
  name: row.name,
  sizeBytes: row.sizeBytes,
  state: row.state,
  version: row.version,
  createdBy: row.createdBy.name,
  createdAt: toShanghaiIso(row.createdAt),
  confirmedBy: row.confirmedBy?.name ?? null,
  confirmedAt: isoOrNull(row.confirmedAt),
  endedAt: isoOrNull(row.endedAt),
  publish: row.publish,
  progress: { done: row.done, total: row.total },
  preview: row.preview,
  faults: row.faults,
  faultCount: row.faultCount,
  report: row.report,
  failure: row.failure,
});

const headOf = (row: ArticleImport): z.infer<typeof Import> =>
  viewOf({ ...row, faults: [], preview: row.preview && { ...row.preview, first: [] } });

/** A conflict shows the import as the other routes do. */
async function shown(work: Promise<ArticleImport>): Promise<z.infer<typeof Import>> {
  try {
    return viewOf(await work);
  } catch (error) {
    if (!(error instanceof AppError) || error.fault !== "conflict") throw error;
    throw new AppError("conflict", error.message, { present: viewOf(error.present as ArticleImport), cause: error });
  }
}

const bodyOf = (request: Request): Readable => {
  const body = request.body as ReadableStream<Uint8Array> | null;
  return body ? Readable.fromWeb(body) : Readable.from([]);
};

export const articleImportRoutes = (auth: Auth, heartbeatMs: number) =>
  signedInRoutes()
    .openapi(upload("put"), async (c) =>
      c.json(viewOf(await receiveImport(c.var.ctx, c.req.valid("query").name, bodyOf(c.req.raw))), 202),
    )
    .openapi(upload("post"), async (c) =>
      c.json(viewOf(await receiveImport(c.var.ctx, c.req.valid("query").name, bodyOf(c.req.raw))), 202),
    )
    .openapi(list, async (c) =>
      c.json({ items: (await listImports(c.var.ctx, c.req.valid("query"))).map(headOf) }, 200),
    )
    .openapi(read, async (c) => c.json(viewOf(await getImport(c.var.ctx, c.req.valid("param"))), 200))
    .openapi(change, async (c) => {
      const changes = { ...c.req.valid("param"), ...c.req.valid("json") };
      return c.json(await shown(changeMapping(c.var.ctx, changes)), 202);
    })
    .openapi(confirm, async (c) => {
      const confirmed = { ...c.req.valid("param"), ...c.req.valid("json") };
      return c.json(await shown(confirmImport(c.var.ctx, confirmed)), 202);
    })
    .openapi(cancel, async (c) => c.json(await shown(cancelImport(c.var.ctx, c.req.valid("param"))), 200))
    .openapi(bring, async (c) => {
      const asked = c.req.valid("query");
      const { type, bytes } = await exportArticles(c.var.ctx, asked);
      const day = toShanghaiIso(c.var.ctx.now()).slice(0, 10);
      return new Response(Readable.toWeb(bytes) as unknown as BodyInit, {
        headers: {
          "Content-Type": type,
          "Content-Disposition": `attachment; filename="articles-${day}.${asked.format}"`,
          "X-Content-Type-Options": "nosniff",
        },
      });
    })
    .openapi(events, async (c) => {
      const { id } = await getImport(c.var.ctx, c.req.valid("param"));
      const isStillIn = async () => (await auth.sessionOf(c.req.raw.headers, { isQuiet: true })) !== null;
      return streamImportEvents(c, id, { isStillIn, heartbeatMs });
    });
