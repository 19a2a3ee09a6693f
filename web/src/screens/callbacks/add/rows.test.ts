import { expect, test } from "vitest";
import { cellsIn, momentIn, rowsIn, textOf } from "./rows.ts";

test("a table pasted from a spreadsheet or as CSV is read by its column names, in any order", () => {
  const tabs = "标题\t工单编号\t办结时间\t不接受回访\n路灯不亮\tYL1\t2026-11-20 09:30\t是";
  expect(rowsIn(tabs)).toEqual([
    {
      line: 2,
      row: { orderId: "YL1", completedAt: "2026-11-20T09:30:00+08:00", title: "路灯不亮", refusesCallback: true },
    },
  ]);
  const commas = '工单编号,办结时间,内容\r\nYL2,2026/11/20,"灯,不亮\n很久了 ""一周"""\r\n';
  expect(rowsIn(commas)).toEqual([
    { line: 2, row: { orderId: "YL2", completedAt: "2026-11-20T18:00:00+08:00", content: '灯,不亮\n很久了 "一周"' } },
  ]);
});

test("a row that cannot be read says why, and the others are read", () => {
  const rows = rowsIn("工单编号,办结时间\n,2026-11-20\nYL3,昨天\nYL4,2026-11-20 10:00");
  expect(rows.map((row) => ("fault" in row ? row.fault.slice(0, 6) : row.row.orderId))).toEqual([
    "没有工单编号",
    "办结时间看不",
    "YL4",
  ]);
  expect(rowsIn("YL5,2026-11-20")).toMatchObject([{ line: 1, fault: expect.stringContaining("工单编号") }]);
  expect([rowsIn(""), cellsIn("\n\n")]).toEqual([[], []]);
});

test("rows that were not added are left as they were pasted, below the head line", () => {
  const text = '工单编号,办结时间,内容\r\nYL1,2026-11-20,"灯,不亮\n很久"\r\n\r\nYL2,昨天,无\r\nYL3,2026-11-20,路\r\n';
  expect(rowsIn(text).map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(textOf(text, new Set([2, 3]))).toBe('工单编号,办结时间,内容\nYL1,2026-11-20,"灯,不亮\n很久"\nYL2,昨天,无');
  expect(rowsIn(textOf(text, new Set([2, 4])))).toEqual(
    rowsIn(text)
      .filter(({ line }) => line !== 3)
      .map((row, index) => ({ ...row, line: index + 2 })),
  );
  expect(textOf(text, new Set())).toBe("");
});

test("a moment is of the city, and a day that does not exist is none", () => {
  expect(momentIn("2026年1月5日 9:05")).toBe("2026-01-05T09:05:00+08:00");
  expect([momentIn("2026-02-31"), momentIn("2026-13-01"), momentIn("11-20"), momentIn("2026-11-20 25:00")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
