import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { addRecording, listenTo, Peaks, Recording, readPeaks, readRecording } from "../../orders/index.ts";
import { byteRangeOf } from "../byte-range.ts";
import { signedInRoutes } from "../env.ts";
import { bytes, ErrorBody, errorResponses, IdParam, responses, signedInRoute } from "../route.ts";

const tags = ["录音"];
const usual = ["invalid", "unauthenticated", "forbidden", "not_found"] as const;
const sound = { "audio/*": bytes };

const add = signedInRoute("call.receive", {
  method: "put",
  path: "/api/calls/{id}/recording",
  tags,
  summary: "Attach the recording to a call: its bytes as the body; the type is told by them",
  request: { params: IdParam, body: { required: true, content: sound } },
  responses: responses(Recording, "Kept; the same recording again is the same", [...usual, "conflict", "too_large"]),
});

const listen = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls/{id}/recording",
  tags,
  summary: "The recording of a call, whole or a part (Range); listening is on record",
  request: { params: IdParam },
  responses: {
    ...errorResponses(usual),
    200: { description: "All of it", content: sound },
    206: { description: "The part that Range asked for", content: sound },
    416: {
      description: "The part lies outside of the recording",
      content: { "application/json": { schema: ErrorBody } },
    },
  },
});

const peaks = signedInRoute("call.read", {
  method: "get",
  path: "/api/calls/{id}/recording/peaks",
  tags,
  summary: "What a screen draws of a recording",
  request: { params: IdParam },
  responses: responses(Peaks, "The loudest sample of each bucket, one list a channel", usual),
});

export const recordingRoutes = () =>
  signedInRoutes()
    .openapi(add, async (c) => {
      const body = c.req.raw.body as ReadableStream<Uint8Array> | null;
      const content = body ? Readable.fromWeb(body) : Readable.from([]);
      return c.json(await addRecording(c.var.ctx, c.req.valid("param").id, content), 200);
    })
    .openapi(listen, async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      const recording = await readRecording(ctx, id);
      const { sizeBytes, sha256, type } = recording;
      const tag = `"${sha256}"`;
      const condition = c.req.header("if-range");
      const isSame = condition === undefined || condition === tag;
      const range = isSame ? byteRangeOf(c.req.header("range"), sizeBytes) : null;
      if (range === "none") {
        const body = { error: "invalid", message: "录音没有这一段", requestId: c.var.ctx.requestId };
        return c.json(body, 416, { "Content-Range": `bytes */${sizeBytes}` });
      }
      const part = range ?? { start: 0, end: sizeBytes - 1 };
      const bytes = await listenTo(ctx, id, recording, part);
      return new Response(Readable.toWeb(bytes) as unknown as BodyInit, {
        status: range ? 206 : 200,
        headers: {
          "Content-Type": type,
          "Content-Length": String(part.end - part.start + 1),
          "Accept-Ranges": "bytes",
          ETag: tag,
          "Content-Disposition": "inline",
          "X-Content-Type-Options": "nosniff",
          ...(range ? { "Content-Range": `bytes ${part.start}-${part.end}/${sizeBytes}` } : {}),
        },
      });
    })
    .openapi(peaks, async (c) => c.json(await readPeaks(c.var.ctx, c.req.valid("param").id), 200));
