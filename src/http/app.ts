import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Services } from "../platform/context.ts";
import { docsPage } from "./docs-page.ts";
import { openRoutes } from "./env.ts";
import { answerError, answerNotFound } from "./errors.ts";
import { browserRules, limitBody, neverStore, refuseOtherSites } from "./protect.ts";
import { nameRequest } from "./request-id.ts";
import { logRequests } from "./request-log.ts";
import { adminRoutes } from "./routes/admin.ts";
import { answerTemplateRoutes } from "./routes/answer-templates.ts";
import { answerRoutes } from "./routes/answers.ts";
import { articleAttachmentRoutes } from "./routes/article-attachments.ts";
import { articleConflictRoutes } from "./routes/article-conflicts.ts";
import { articleImportRoutes } from "./routes/article-import.ts";
import { articleStepRoutes } from "./routes/article-steps.ts";
import { articleUseRoutes } from "./routes/article-use.ts";
import { articleVersionRoutes } from "./routes/article-versions.ts";
import { articleRoutes } from "./routes/articles.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { callbackRoutes } from "./routes/callbacks.ts";
import { callRoutes } from "./routes/calls.ts";
import { cityRoutes } from "./routes/city.ts";
import { eventRoutes } from "./routes/events.ts";
import { feedbackRoutes } from "./routes/feedback.ts";
import { gapRoutes } from "./routes/gaps.ts";
import { healthRoutes } from "./routes/health.ts";
import { hitTestRoutes } from "./routes/hit-tests.ts";
import { liveRoutes } from "./routes/live.ts";
import { orderRoutes } from "./routes/orders.ts";
import { publicSearchRoutes } from "./routes/public-search.ts";
import { qaCallRoutes } from "./routes/qa-calls.ts";
import { qaRescoreRoutes } from "./routes/qa-rescores.ts";
import { qaResultRoutes } from "./routes/qa-results.ts";
import { qaWorkRoutes } from "./routes/qa-work.ts";
import { quizRoutes } from "./routes/quizzes.ts";
import { recallRoutes } from "./routes/recalls.ts";
import { recordingRoutes } from "./routes/recordings.ts";
import { ownSessionRoutes, signInRoutes } from "./routes/session.ts";
import type { Auth } from "./session/auth.ts";
import { signInRequired } from "./sign-in-required.ts";
import { webRoutes } from "./static.ts";

/**
 * The whole of what the server answers. `packageRoot` is the folder with package.json and the built screens.
 * Routes before `signInRequired` are open; everything else under /api wants a session.
 */
export function createApp(
  services: Services,
  auth: Auth,
  packageRoot: string = process.cwd(),
  { heartbeatMs = 15_000 }: { heartbeatMs?: number } = {},
) {
  const { config, log, rules } = services;
  const version = versionOf(packageRoot);
  const app = openRoutes();
  app.use(nameRequest, logRequests(log), browserRules(config));
  app.use("/api/*", neverStore, refuseOtherSites(config), limitBody);
  app.onError(answerError(log));
  app.notFound(answerNotFound);
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "tingsu.session_token",
  });

  const api = app
    .route("/", healthRoutes(services, version))
    .route("/", signInRoutes(auth, config))
    .route("/", publicSearchRoutes(services));
  const document = () =>
    api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "听诉接口", version }, servers: [{ url: "/" }] });
  api.get("/api/openapi.json", (c) => c.json(document()));
  api.get("/api/docs", (c) => c.html(docsPage(document())));

  api.use("/api/*", signInRequired(services, auth));
  const complete = api
    .route("/", ownSessionRoutes(auth, config))
    .route("/", callRoutes())
    .route("/", liveRoutes())
    .route("/", attachmentRoutes())
    .route("/", eventRoutes(auth, heartbeatMs))
    .route("/", orderRoutes())
    .route("/", articleImportRoutes(auth, heartbeatMs))
    .route("/", articleStepRoutes())
    .route("/", articleConflictRoutes())
    .route("/", articleVersionRoutes())
    .route("/", articleAttachmentRoutes())
    .route("/", answerTemplateRoutes())
    .route("/", articleRoutes())
    .route("/", callbackRoutes())
    .route("/", recordingRoutes())
    .route("/", qaCallRoutes())
    .route("/", qaWorkRoutes())
    .route("/", qaResultRoutes())
    .route("/", qaRescoreRoutes())
    .route("/", answerRoutes())
    .route("/", feedbackRoutes())
    .route("/", gapRoutes())
    .route("/", recallRoutes())
    .route("/", hitTestRoutes())
    .route("/", quizRoutes())
    .route("/", articleUseRoutes())
    .route("/", cityRoutes(rules))
    .route("/", adminRoutes());
  complete.all("/api/*", answerNotFound);
  complete.route("/", webRoutes(join(packageRoot, "dist", "web")));
  return complete;
}

/** For `hc<App>`: the routes with their inputs and answers. */
export type App = ReturnType<typeof createApp>;

function versionOf(packageRoot: string): string {
  const { version }: { version?: string } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  return version ?? "0";
}
