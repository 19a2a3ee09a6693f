import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readArticles } from "../../src/kb/index.ts";
import {
  docxFile,
  encryptedOffice,
  listItem,
  openFolder,
  type Parts,
  paragraph,
  table,
  utf16,
  zipFile,
} from "../support/import-files.ts";

let files: Awaited<ReturnType<typeof openFolder>>;
beforeAll(async () => {
  files = await openFolder();
});
afterAll(() => files.close());

const never = new AbortController().signal;
let number = 0;

async function read(name: string, content: string | Uint8Array) {
  number += 1;
  const path = await files.write(`upload-${number}`, content);
  return readArticles({ name, path }, { mapping: {}, isGuessing: true, encoding: null }, never);
}
const said = (name: string, content: string | Uint8Array) =>
  read(name, content).then(
    () => "",
    (error: Error) => error.message,
  );
const titles = async (name: string, content: string | Uint8Array) =>
  (await read(name, content)).articles.map(({ title }) => title);

async function workbook(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet("热点"), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const gbk = (hex: string) => Buffer.from(hex, "hex");
/** 标题,正文 / 停水,今晚停水。 */
const gbkCsv = gbk("b1eacce22cd5fdcec40acda3cbae2cbdf1cdedcda3cbaea1a30a");
const csv = "标题,正文\n停水,今晚停水。\n";

test.each([
  ["UTF-8", Buffer.from(csv)],
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${csv}`)],
  ["GBK", gbkCsv],
  ["UTF-16LE", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(csv, "LE")])],
  ["UTF-16BE", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(csv, "BE")])],
  ["UTF-16LE without a mark", utf16(csv, "LE")],
  ["tabs of Excel's Unicode text", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(csv.replaceAll(",", "\t"), "LE")])],
])("a table in %s is read", async (_, bytes) => {
  expect((await read("a.csv", bytes)).articles).toMatchObject([{ title: "停水", body: "今晚停水。" }]);
});

test("GB18030 holds characters that GBK has not", async () => {
  const bytes = Buffer.concat([gbk("b1eacce22cd5fdcec40a"), gbk("95328236"), gbk("2cbdf1cdedcda3cbaea1a30a")]);
  expect(await titles("a.csv", bytes)).toEqual(["\u{20000}"]);
});

test("a web page says in its head how it is written; scripts, handlers and hidden parts are gone, tables stay", async () => {
  const page = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><script>steal()</script><style>p{}</style></head><body onload="steal()"><h1>停水通知</h1><p onclick="steal()">今晚停水。<a href="javascript:steal()">点这里</a></p><iframe src="http://x"></iframe><table><tr><th>区</th><th>时间</th></tr><tr><td>东湖区</td><td>八点</td></tr></table><ul><li>储水</li><li>关阀</li></ul></body></html>`;
  const { articles, notes } = await read("a.html", page("utf-8"));
  expect(articles).toMatchObject([{ title: "停水通知" }]);
  const body = articles[0]?.body ?? "";
  expect(body).toBe("今晚停水。点这里\n\n| 区 | 时间 |\n| --- | --- |\n| 东湖区 | 八点 |\n\n- 储水\n- 关阀");
  expect(notes).toEqual(["a.html：网页中的脚本未导入"]);
  const inGbk = Buffer.concat([
    Buffer.from('<html><meta charset="gb2312"><h1>'),
    gbk("cda3cbae"),
    Buffer.from("</h1><p>"),
    gbk("bdf1cded"),
    Buffer.from("</p></html>"),
  ]);
  expect((await read("b.htm", inGbk)).articles).toMatchObject([{ title: "停水", body: "今晚" }]);
});

test("a Word document keeps headings, lists and tables; each top heading is an article", async () => {
  const body =
    paragraph("社保卡怎么补办", "1") +
    paragraph("材料", "2") +
    listItem("身份证") +
    listItem("照片") +
    paragraph("公积金怎么提取", "1") +
    table([
      ["情形", "材料"],
      ["租房", "合同"],
    ]);
  const { articles } = await read("指南.docx", await docxFile(body));
  expect(articles.map(({ title, body }) => [title, body])).toEqual([
    ["社保卡怎么补办", "## 材料\n\n- 身份证\n- 照片"],
    ["公积金怎么提取", "| 情形 | 材料 |\n| --- | --- |\n| 租房 | 合同 |"],
  ]);
});

test("chapters do not make one law into many articles", async () => {
  const body = ["第一章 总则", "第二章 处罚"]
    .map((title) => paragraph(title, "1") + paragraph("第一条 正文。"))
    .join("");
  const { articles } = await read("噪声条例.docx", await docxFile(body));
  expect(articles).toMatchObject([{ title: "噪声条例", body: expect.stringContaining("# 第二章 处罚") }]);
});

test("a document with macros gives its words and says that the macro stayed outside", async () => {
  const content = await docxFile(paragraph("正文。"), { "word/vbaProject.bin": randomBytes(2_000) });
  const { articles, notes } = await read("通知.docm", content);
  expect(articles).toMatchObject([{ title: "通知", body: "正文。" }]);
  expect(notes).toEqual(["通知.docm：文档含宏，宏未导入，只取文字"]);
});

test("a picture that a document wants from elsewhere is not fetched, nor a file of this machine", async () => {
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
  const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const content = await docxFile(paragraph("正文。") + drawing, { "word/_rels/document.xml.rels": rels });
  const { articles } = await read("外链.docx", content);
  expect(JSON.stringify(articles)).not.toContain("root:");
  expect(articles).toMatchObject([{ body: "正文。" }]);
});

test("a workbook gives the results of its formulas as words, days as moments, and no hidden sheet", async () => {
  const content = await workbook((sheet, book) => {
    sheet.addRow(["热线知识表"]);
    sheet.addRow(["序号", "知识标题", "答复口径", "有效期至", "责任单位"]);
    sheet.addRow([
      1,
      "停水",
      { formula: 'HYPERLINK("http://x","今晚停水。")', result: "今晚停水。" },
      new Date("2026-03-05"),
      "市水务局",
    ]);
    sheet.addRow([2, { richText: [{ text: "供" }, { text: "暖" }] }, "=1+1", "2026年3月5日", ""]);
    book.addWorksheet("隐藏", { state: "hidden" }).addRow(["标题", "正文"]);
  });
  const { articles, notes } = await read("知识.xlsx", content);
  const validUntil = "2026-03-06T00:00:00+08:00";
  expect(articles).toMatchObject([
    { title: "停水", body: "今晚停水。", agency: "市水务局", validUntil, externalId: null },
    { title: "供暖", body: "=1+1", agency: null, validUntil },
  ]);
  expect(notes).toEqual(["知识.xlsx：公式按保存时的结果作文字导入，不运行", "知识.xlsx：隐藏的工作表“隐藏”未导入"]);
});

test("a ZIP gives what is in it, says what it could not read and where, and its names lead nowhere", async () => {
  const parts: Parts = {
    "../../../tmp/evil.md": "# 逃逸\n正文",
    "/etc/cron.d/x.jsonl": '{"title":"绝对","body":"正文"}\n坏行',
    "说明/图.png": Buffer.from("89504e470d0a1a0a", "hex"),
    "__MACOSX/._a.md": "x",
    "深/内.zip": await zipFile({ "表.csv": gbkCsv }),
  };
  const { articles, faults } = await read("一包.zip", await zipFile(parts));
  expect(articles.map(({ title }) => title)).toEqual(["逃逸", "绝对", "停水"]);
  expect(faults).toEqual([
    { file: "etc/cron.d/x.jsonl", sheet: null, line: 2, message: "不是一个 JSON 对象" },
    { file: "说明/图.png", sheet: null, line: null, message: "这是图片，不是文档" },
  ]);
  expect(await readdir("/tmp")).not.toContain("evil.md");
});

test("bombs are refused, however they are packed", async () => {
  const bomb = "压缩包展开后过大（可能是压缩炸弹），已拒绝";
  const zeros = await zipFile({ "a.csv": Buffer.alloc(40_000_000) });
  expect(await said("a.zip", zeros)).toBe(bomb);
  expect(await said("b.zip", await zipFile({ "inner.zip": zeros }))).toBe(bomb);
  // Packed a hundred to one, each part alone would pass.
  const block = randomBytes(8_192);
  const part = Buffer.concat(Array.from({ length: 1_000 }, () => block));
  const many = await zipFile(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${n}.bin`, part])));
  const nested = await zipFile(Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`${n}.zip`, many])));
  expect(await said("c.zip", nested)).toBe(bomb);
  const deep = await zipFile({ "1.zip": await zipFile({ "2.zip": await zipFile({ "a.md": "# 甲\n乙" }) }) });
  expect(await said("d.zip", deep)).toBe("压缩包嵌套超过 2 层，已拒绝");
  expect(
    await said(
      "e.xlsx",
      await zipFile({ "[Content_Types].xml": "<x/>", "xl/workbook.xml": Buffer.alloc(60_000_000, 32) }),
    ),
  ).toBe(bomb);
  expect(await said("f.docx", await docxFile(paragraph("x"), { "word/media/a.bin": Buffer.alloc(60_000_000) }))).toBe(
    bomb,
  );
});

test("an archive that lies about the size of its parts is refused", async () => {
  const honest = await zipFile({ "a.csv": Buffer.alloc(100_000, 65) });
  const lying = Buffer.from(honest);
  lying.writeUInt32LE(10, 22);
  lying.writeUInt32LE(10, lying.indexOf("PK\u0001\u0002") + 24);
  expect(await said("a.zip", lying)).not.toBe("");
});

test("XML with definitions of its own is refused", async () => {
  const laughs = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><w:document/>';
  expect(await said("a.docx", await docxFile("", { "word/document.xml": laughs }))).toBe(
    "文档内含不安全的定义，已拒绝",
  );
});

test.each<[string, () => string | Uint8Array | Promise<Uint8Array>, string]>([
  ["空.csv", () => "", "文件是空的"],
  ["断.zip", async () => (await zipFile({ "a.md": "# 甲\n乙" })).subarray(0, 70), "压缩包不完整或已损坏"],
  ["断.docx", async () => (await docxFile(paragraph("x"))).subarray(0, 900), "压缩包不完整或已损坏"],
  ["密码.xlsx", encryptedOffice, "文件有密码保护，请先取消密码再导入"],
  [
    "旧.doc",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
    "旧格式（.doc、.xls）暂不支持",
  ],
  ["假.xlsx", () => "这不是工作簿", "扩展名是 .xlsx，但内容不是这种文件"],
  ["假.csv", () => randomBytes(4_000), "这不是文本文件，也不是支持的文档"],
  ["扫描.pdf", () => "%PDF-1.7 ...", "PDF 文件暂不支持"],
  ["程序.exe", () => Buffer.from("4d5a90000300", "hex"), "这是程序，不是文档"],
  ["什么", () => "几个字", "不支持没有扩展名的文件"],
])("%s is refused in plain words", async (name, make, words) => {
  expect(await said(name, await make())).toContain(words);
});

test("a wrong extension does not matter where the content says what it is", async () => {
  expect(await titles("指南.csv", await docxFile(paragraph("正文。")))).toEqual(["指南"]);
  expect(
    await titles(
      "表.docx",
      await workbook((sheet) =>
        sheet.addRows([
          ["标题", "正文"],
          ["甲", "乙"],
        ]),
      ),
    ),
  ).toEqual(["甲"]);
  expect(await titles("系统导出.xls", "<html><h1>甲</h1><p>乙</p></html>")).toEqual(["甲"]);
});

test("a CSV with quotes, line ends and too many columns tells its broken rows and keeps the others", async () => {
  const text =
    '编号,标题,正文\r\n7,停水公告,"今晚,停水。\r\n请储水 ""备用"""\r\n8,,无标题\r\n9,甲,乙,丙\r\n10,丁,戊\r\n11,己,"庚';
  const { articles, faults } = await read("a.csv", text);
  expect(articles).toMatchObject([
    { externalId: "7", title: "停水公告", body: '今晚,停水。\n请储水 "备用"' },
    { externalId: "10", title: "丁" },
  ]);
  expect(faults.map(({ line, message }) => [line, message])).toEqual([
    [4, "标题：缺少这个字段"],
    [5, "这一行有 4 列，表头只有 3 列"],
    [7, "这一行的列数或引号有误"],
  ]);
});

test("of two rows with one number the last counts, and that is said", async () => {
  const { articles, notes } = await read(
    "a.jsonl",
    '{"id":1,"title":"旧","body":"旧"}\n{"id":1,"title":"新","body":"新"}\n',
  );
  expect(articles).toMatchObject([{ externalId: "1", title: "新" }]);
  expect(notes).toEqual(["1 篇与后面的重复（编号相同，或内容全同），以最后一次为准"]);
});

test("nothing of a reading stays in the folder for temporary files", async () => {
  const before = await readdir(tmpdir());
  await read("a.zip", await zipFile({ "a.md": "# 甲\n乙", "b.docx": await docxFile(paragraph("x")) }));
  await said("b.zip", await zipFile({ "a.csv": Buffer.alloc(40_000_000) }));
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith("tingsu-import-") && !before.includes(name));
  expect(left).toEqual([]);
});
