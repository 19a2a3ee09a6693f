import mammoth from "mammoth";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { cutMarkdown } from "./markdown-articles.ts";
import { measureOffice } from "./office.ts";
import type { Item, Reading, SourceFile } from "./reading.ts";

const mostXmlBytes = 32 * 1024 * 1024;

/** Chinese Word names its styles in Chinese. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/**
 * The articles of a Word document: headings, lists and tables are kept; macros, pictures, and whatever the document wants from elsewhere
 * are left out.
 */
export async function* docxArticles(file: SourceFile, reading: Reading, hasMacros: boolean): AsyncGenerator<Item> {
  await measureOffice(file.path, reading.budget, mostXmlBytes);
  if (hasMacros) reading.notes.add(`${file.name}：文档含宏，宏未导入，只取文字`);
  let pictures = 0;
  const convertImage = mammoth.images.imgElement(async () => {
    pictures += 1;
    return { src: "" };
  });
  const { value } = await mammoth.convertToHtml(
    { path: file.path },
    { styleMap: styles, convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false },
  );
  if (pictures) reading.notes.add(`${file.name}：${pictures} 张图片未导入`);
  yield* cutMarkdown(htmlToMarkdown(value), file.name);
}
