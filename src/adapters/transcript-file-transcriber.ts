import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../platform/errors.ts";
import type { Transcriber, Transcript } from "../ports/transcriber.ts";

const maxBytes = 20 * 1024 * 1024;

const Utterance = z
  .object({
    i: z.int().min(0),
    speaker: z.enum(["agent", "citizen", "unknown"]),
    startMs: z.int().min(0),
    endMs: z.int().min(0),
    text: z.string(),
    confidence: z.number().min(0).max(1).optional(),
    lowConfidence: z.boolean().optional(),
  })
  .refine((utterance) => utterance.endMs >= utterance.startMs);
/** The words of a call (contracts.md section 1); what else stands in the file is not ours. */
const Words = z.object({ utterances: z.array(Utterance).min(1), durationMs: z.int().min(0).optional() });

/**
 * Takes the words from a file instead of from speech: the file itself when it is JSON, else `<audio>.json`, else the audio's
 * name with the ending json. Throws AppError `unreadable` with a plain reason when there is none or it is no transcript.
 */
export function createTranscriptFileTranscriber(): Transcriber {
  return {
    id: "transcript-file",
    async transcribe({ path }, { signal }) {
      const text = await readBeside(path, signal);
      const result = Words.safeParse(jsonOrNull(text));
      if (!result.success) {
        throw new AppError("unreadable", "文字稿不合格式：应为 JSON，含按时间排列的 utterances", {
          detail: result.error.issues,
        });
      }
      return transcriptOf(result.data);
    },
  };
}

async function readBeside(path: string, signal: AbortSignal): Promise<string> {
  const names = path.endsWith(".json") ? [path] : [`${path}.json`, path.replace(/\.[^./\\]+$/, ".json")];
  for (const name of names) {
    const info = await stat(name).catch(() => null);
    if (!info?.isFile()) continue;
    if (info.size > maxBytes) throw new AppError("unreadable", "文字稿超过 20 MB");
    return readFile(name, { encoding: "utf8", signal });
  }
  throw new AppError("unreadable", "没有配置语音识别，录音旁也没有同名的文字稿（.json）");
}

function transcriptOf({ utterances, durationMs }: z.infer<typeof Words>): Transcript {
  const lastMs = Math.max(...utterances.map((utterance) => utterance.endMs));
  return { utterances, engine: "transcript-file", durationMs: durationMs ?? lastMs };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
