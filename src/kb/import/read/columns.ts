import { ArticleInput } from "../../schema.ts";
import { momentOf } from "./moments.ts";

export const fields = [
  "title",
  "body",
  "externalId",
  "agency",
  "legalBasis",
  "region",
  "audience",
  "item",
  "kind",
  "bulletin",
  "validFrom",
  "validUntil",
] as const;
export type Field = (typeof fields)[number];

/** Which column holds which field; null: none does. */
export type Mapping = Partial<Record<Field, string | null>>;

/** The column heads of our own exports. */
export const heads: Record<Field, string> = {
  title: "标题",
  body: "正文",
  externalId: "编号",
  agency: "单位",
  legalBasis: "依据",
  region: "地区",
  audience: "对象",
  item: "事项",
  kind: "类别",
  bulletin: "公告",
  validFrom: "生效时间",
  validUntil: "失效时间",
};

/** The column of an export that names the article itself. */
export const articleIdHead = "听诉编号";

/** What offices call these columns. Running numbers (序号) name nothing, so they are no ids. */
const otherNames: Record<Field, string> = {
  title: "题目 知识标题 文章标题 知识名称 名称 问题 标准问题 标准问 问题标题 主题 question subject name",
  body: "内容 知识内容 正文内容 答案 标准答案 答复 回复 答复内容 回复内容 答复口径 口径 解答 回答 content answer reply text",
  externalId: "知识编号 文章编号 知识ID 编码 知识编码",
  agency: "承办单位 责任单位 归属单位 提供单位 发布单位 来源单位 部门 所属部门 责任部门",
  legalBasis: "法律依据 政策依据 法规依据 文件依据",
  region: "适用地区 区域 适用区域 区县 辖区",
  audience: "适用对象 服务对象 适用人群",
  item: "事项名称 业务事项",
  kind: "知识类型 知识类别",
  bulletin: "是否公告",
  validFrom: "生效 生效日期 有效期起 有效期自 开始日期 实施日期 施行日期",
  validUntil: "失效 失效日期 有效期止 有效期至 截止日期 结束日期",
};

const plain = (name: string) => name.replace(/[\s*＊:：()（）]/g, "").toLowerCase();

const ownNames = (field: Field): string[] =>
  field === "externalId" ? ["externalId", "id", heads.externalId] : [field, heads[field]];

/** Whether a name is one that articles' columns have. */
export const isKnownHead = (name: string): boolean =>
  fields.some((field) => [...ownNames(field), ...otherNames[field].split(" ")].some((n) => plain(n) === plain(name)));

/** The first rows of a table. */
export type Sample = readonly ReadonlyMap<string, unknown>[];

/**
 * Which column is which field: by our own names, then by what offices call them, where the sample's values fit; title and body at
 * last by their length. What was asked stands above all.
 */
export function mapColumns(
  columns: readonly string[],
  sample: Sample,
  asked: Mapping,
  isGuessing: boolean,
): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  const isFree = (column: string) => !Object.values(found).includes(column);
  const named = (names: readonly string[]) =>
    names.flatMap((name) => columns.filter((column) => plain(column) === plain(name) && isFree(column)))[0];
  const set = (field: Field, column: string | undefined) => {
    if (column !== undefined) found[field] = column;
  };
  for (const field of fields) {
    const column = asked[field];
    if (typeof column === "string" && columns.includes(column)) found[field] = column;
  }
  const open = () => fields.filter((field) => found[field] === undefined && asked[field] === undefined);
  for (const field of open()) set(field, named(ownNames(field)));
  if (!isGuessing) return found;
  for (const field of open()) {
    const column = named(otherNames[field].split(" "));
    if (column !== undefined && sample.every((row) => fits(field, row.get(column)))) found[field] = column;
  }
  guessByLength(columns.filter(isFree), sample, asked, found);
  return found;
}

function guessByLength(free: string[], sample: Sample, asked: Mapping, found: Partial<Record<Field, string>>): void {
  const lengths = free
    .map((column) => ({ column, chars: meanChars(sample, column) }))
    .sort((a, b) => b.chars - a.chars);
  if (found.body === undefined && asked.body === undefined) {
    const longest = lengths.shift();
    if (longest && longest.chars >= 20) found.body = longest.column;
  }
  if (found.title === undefined && asked.title === undefined) {
    const head = lengths.find(({ chars }) => chars >= 4 && chars <= 80);
    if (head && found.body !== undefined) found.title = head.column;
  }
}

function meanChars(sample: Sample, column: string): number {
  const total = sample.reduce((sum, row) => sum + String(row.get(column) ?? "").length, 0);
  return total / Math.max(1, sample.length);
}

const yes = /^(是|对|true|yes|1)$/i;
const no = /^(否|不|false|no|0)$/i;

/** A value as the field wants it: numbers as text, days as moments, 是 as true. What cannot be comes back as it is. */
export function fieldValue(field: Field, value: unknown): unknown {
  if (field === "validFrom" || field === "validUntil") return momentOf(value, false);
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (field !== "bulletin" || typeof text !== "string") return text;
  if (yes.test(text.trim())) return true;
  return no.test(text.trim()) ? false : text;
}

/** Whether a value may stand in a field that we only guess to be it. */
export function fits(field: Field, value: unknown): boolean {
  if (value === undefined || value === "" || field === "title" || field === "body") return true;
  const isMoment = field === "validFrom" || field === "validUntil";
  return ArticleInput.shape[field].safeParse(isMoment ? momentOf(value, field === "validUntil") : String(value))
    .success;
}
