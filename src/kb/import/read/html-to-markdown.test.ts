import { expect, test } from "vitest";
import { htmlToMarkdown } from "./html-to-markdown.ts";

test.each([
  ["<h2>一</h2><p>甲<br>乙</p>", "## 一\n\n甲\n乙"],
  ["<ol start=3><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol>", "3. 甲\n4. 乙\n   - 丙"],
  ["<p>1. 带<b>身份证</b>_原件*</p>", "1. 带身份证_原件*"],
  [
    '<a href="https://a.cn/x">网站</a> <a href="data:text/html,x">坏</a> <a href=" JavaScript:x()">坏</a>',
    "[网站](https://a.cn/x) 坏 坏",
  ],
  ["<table><tr><td><p>只有一格</p></td></tr></table>", "只有一格"],
  [
    "<table><tr><th>甲|乙</th><th colspan=2>丙</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
    "| 甲\\|乙 | 丙 |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
  ],
  ["<img src=x onerror=alert(1)>字<svg onload=alert(1)></svg><form><input value=x></form>", "字"],
  ["&lt;script&gt;", "<script>"],
])("%s", (html, expected) => {
  expect(htmlToMarkdown(html).trim()).toBe(expected);
});
