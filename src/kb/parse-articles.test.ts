import { expect, test } from "vitest";
import { parseArticles } from "./parse-articles.ts";

test("named columns fill title, body and id, and a number is an id too", () => {
  const { articles, faults } = parseArticles('{"msg_id":7,"t":"停水","reply":"已抢修"}\n', "jsonl", {
    title: "t",
    body: "reply",
    id: "msg_id",
  });
  expect(faults).toEqual([]);
  expect(articles[0]).toMatchObject({
    externalId: "7",
    title: "停水",
    body: "已抢修",
    kind: "答复口径",
    validUntil: null,
  });
});

test("a bad line is told with its number and does not stop the others", () => {
  const text =
    '{"title":"甲","body":"乙"}\n\nnot json\n{"title":"","body":"丙"}\n{"title":"丁","body":"戊","validFrom":"明天"}';
  const { articles, faults } = parseArticles(text, "jsonl");
  expect(articles.map(({ title }) => title)).toEqual(["甲"]);
  expect(faults.map(({ line }) => line)).toEqual([3, 4, 5]);
  expect(faults[0]?.message).toBe("不是一个 JSON 对象");
  expect(faults[1]?.message).toContain("标题不能为空");
});

test("markdown gives one article for each first heading, with the fields on top", () => {
  const text =
    "---\nagency: 市水务局\nvalidFrom: 2026-01-01T00:00:00+08:00\n---\n# 停水\n正文一\n## 小节\n正文二\n# 水费\n正文三\n";
  const { articles, faults } = parseArticles(text, "md");
  expect(faults).toEqual([]);
  expect(articles.map(({ title, body, agency }) => [title, body, agency])).toEqual([
    ["停水", "正文一\n## 小节\n正文二", "市水务局"],
    ["水费", "正文三", "市水务局"],
  ]);
});

test.each(["", "没有标题的文字", "---\n: [\n---\n# 甲\n乙"])("markdown that holds no article says so: %j", (text) => {
  expect(parseArticles(text, "md").articles).toEqual([]);
  expect(parseArticles(text, "md").faults).toHaveLength(1);
});

test("an article cannot end before it begins", () => {
  const line = JSON.stringify({
    title: "甲",
    body: "乙",
    validFrom: "2026-03-01T00:00:00+08:00",
    validUntil: "2026-02-01T00:00:00+08:00",
  });
  expect(parseArticles(line, "jsonl").faults[0]?.message).toContain("失效时刻应晚于生效时刻");
});

test("a CSV gives articles by its columns, also with commas, quotes and line ends inside, and names the broken row", () => {
  const text =
    '\uFEFFmsg_id,title,reply,agency\r\n7,停水公告,"今晚,停水。\n请储水 ""备用""",\r\n8,,无标题,市水务局\r\n';
  const { articles, faults } = parseArticles(text, "csv", { body: "reply", id: "msg_id" });
  const body = '今晚,停水。\n请储水 "备用"';
  expect(articles).toMatchObject([{ externalId: "7", title: "停水公告", body, agency: null }]);
  expect(faults).toMatchObject([{ line: 4, message: expect.stringContaining("title") }]);
});

test("a CSV that breaks off keeps what stands before the break", () => {
  const { articles, faults } = parseArticles('title,body\n甲,乙\n丙,"丁', "csv");
  expect(articles).toHaveLength(1);
  expect(faults).toEqual([{ line: 3, message: "这一行的列数或引号有误" }]);
});
