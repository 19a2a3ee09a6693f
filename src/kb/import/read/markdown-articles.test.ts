import { expect, test } from "vitest";
import { cutMarkdown } from "./markdown-articles.ts";

function cut(text: string, title: string | null = null) {
  const items = [...cutMarkdown(text, "目录/办事指南.md", title)];
  return items.map((item) =>
    "fault" in item ? `${item.fault.line} ${item.fault.message}` : [item.article.title, item.article.body],
  );
}

test("one article for each first heading, with the fields on top for all", () => {
  const text =
    "---\nagency: 市水务局\n失效时间: 2026-12-31 00:00\n---\n# 停水\n正文一\n## 小节\n正文二\n# 水费\n正文三\n";
  const items = [...cutMarkdown(text, "a.md")];
  expect(items).toMatchObject([
    { article: { title: "停水", body: "正文一\n## 小节\n正文二", agency: "市水务局" }, where: { line: 5 } },
    { article: { title: "水费", validUntil: "2026-12-31T00:00:00+08:00" }, where: { line: 9 } },
  ]);
});

test.each([
  ["a file without headings is one article under its name", "只有正文。", [["办事指南", "只有正文。"]]],
  [
    "YAML with a title makes the file one article",
    "---\ntitle: 全文\n---\n# 甲\n乙\n# 丙\n丁",
    [["全文", "# 甲\n乙\n# 丙\n丁"]],
  ],
  ["a first heading with nothing under it is the title of all", "# 总\n\n# 甲\n乙", [["总", "# 甲\n乙"]]],
  [
    "chapters are no articles",
    "# 第一章 总则\n甲\n# 第二章 罚则\n乙",
    [["办事指南", "# 第一章 总则\n甲\n# 第二章 罚则\n乙"]],
  ],
  [
    "a sharp in a fence is no heading",
    "# 甲\n```\n# 注释\n```\n# 乙\n丙",
    [
      ["甲", "```\n# 注释\n```"],
      ["乙", "丙"],
    ],
  ],
  [
    "words before the first heading are told",
    "前言\n# 甲\n乙\n# 丙\n丁",
    ["1 第一个一级标题之前的文字没有标题，未导入", ["甲", "乙"], ["丙", "丁"]],
  ],
  [
    "a heading with nothing under it is told",
    "# 甲\n乙\n# 空\n# 丙\n丁",
    [["甲", "乙"], "3 正文：正文不能为空", ["丙", "丁"]],
  ],
  ["YAML that is none is told", "---\n: [\n---\n# 甲\n乙", ["1 开头的 YAML 有误"]],
  ["an empty file is told", "\n\n", ["1 文件里没有正文"]],
])("%s", (_, text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test("YAML cannot blow up", () => {
  const anchors = Array.from(
    { length: 9 },
    (_, n) =>
      `a${n + 1}: &a${n + 1} [${Array(9)
        .fill(n ? `*a${n}` : "x")
        .join(",")}]`,
  );
  expect(cut(`---\n${anchors.join("\n")}\n---\n# 甲\n乙`)).toEqual(["1 开头的 YAML 有误"]);
});
