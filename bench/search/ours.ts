import { ArticleInput, importArticles } from "../../src/kb/index.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { type Ctx, systemCtx } from "../../src/platform/context.ts";
import { openServices } from "../../src/services.ts";

/** A base in memory with these texts as published articles, the number of each as its external id. */
export async function openBase(
  texts: readonly { title: string; body: string }[],
): Promise<{ ctx: Ctx; close: () => Promise<void> }> {
  const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
  const services = await openServices(parseConfig(settings), { queues: false });
  const ctx = systemCtx(services, "bench", new AbortController().signal, "bench");
  const articles = texts.map((text, at) => ArticleInput.parse({ ...text, externalId: String(at) }));
  await importArticles(ctx, { articles, publish: true });
  return { ctx, close: services.close };
}
