import { stringify } from "yaml";
import type { ExportedArticle } from "./article-rows.ts";
import { zipOf } from "./write-zip.ts";

/** Articles as a ZIP of Markdown files, their fields in YAML on top. */
export const markdownZipOf = (articles: AsyncIterable<ExportedArticle>): AsyncGenerator<Buffer> =>
  zipOf(filesOf(articles));

async function* filesOf(articles: AsyncIterable<ExportedArticle>) {
  for await (const { body, ...fields } of articles) {
    const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== false));
    const content = `---\n${stringify(said, { lineWidth: 0 })}---\n\n${body}\n`;
    yield { name: nameOf(fields), content: Buffer.from(content) };
  }
}

/** Two articles may have the same title. */
const nameOf = ({ title, articleId }: Pick<ExportedArticle, "title" | "articleId">): string =>
  `${title
    .replace(/[\p{Cc}\\/:*?"<>|.]/gu, " ")
    .trim()
    .slice(0, 60)}-${articleId}.md`;
