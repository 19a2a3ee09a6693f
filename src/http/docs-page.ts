import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Operation = {
  summary?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { description: string; content?: Record<string, { schema?: unknown }> }>;
};
type Document = { info: { title: string; version: string }; paths?: Record<string, object> | undefined };
type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const schemaBlock = (content: Record<string, { schema?: unknown }> | undefined): Html | "" => {
  const [type, body] = Object.entries(content ?? {})[0] ?? [];
  return type ? html`<p>${type}</p><pre>${JSON.stringify(body?.schema, null, 2)}</pre>` : "";
};

const parameterList = ({ parameters = [] }: Operation): Html | "" =>
  parameters.length
    ? html`<ul>${parameters.map((p) => html`<li><code>${p.name}</code> (${p.in}${p.required ? "，必填" : ""}) <code>${JSON.stringify(p.schema)}</code></li>`)}</ul>`
    : "";

const operationBlock = (path: string, method: string, operation: Operation): Html => html`<details>
<summary><b>${method.toUpperCase()}</b> <code>${path}</code> ${operation.summary}${operation.security ? "" : " · 无需登录"}</summary>
${parameterList(operation)}
${operation.requestBody ? html`<h4>请求</h4>${schemaBlock(operation.requestBody.content)}` : ""}
${Object.entries(operation.responses ?? {}).map(([status, said]) => html`<h4>${status} ${said.description}</h4>${Number(status) < 300 ? schemaBlock(said.content) : ""}`)}
</details>`;

const style = `body{font:15px/1.6 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem}
summary{cursor:pointer;padding:.3rem 0}pre{background:#f5f5f5;padding:.6rem;overflow:auto;max-height:24rem}`;

/** The API as a plain page: no script and nothing from other hosts, since a city's network may have no way out. */
export function docsPage(document: Document): Html {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ""))];
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${document.info.title}</title><style>${raw(style)}</style></head><body>
<h1>${document.info.title} ${document.info.version}</h1>
<p>OpenAPI：<a href="/api/openapi.json">/api/openapi.json</a>。出错时一律返回 <code>{"error","message","requestId"}</code>，409 另有 <code>present</code>（当前内容）。</p>
${tags.map((tag) => html`<h2>${tag}</h2>${operations.filter(({ operation }) => operation.tags?.[0] === tag).map(({ path, method, operation }) => operationBlock(path, method, operation))}`)}
</body></html>`;
}
