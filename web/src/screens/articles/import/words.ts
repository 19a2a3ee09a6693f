import type { ImportField, ImportState } from "../../../types-knowledge.ts";

export const importStateWords: Record<ImportState, string> = {
  reading: "正在读取",
  ready: "待确认",
  importing: "正在导入",
  done: "已导入",
  failed: "没导入",
  cancelled: "已取消",
};

export const importFieldWords: Record<ImportField, string> = {
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
  validFrom: "生效",
  validUntil: "有效至",
};

export const outcomeWords = { created: "新增", updated: "更新", unchanged: "未变" } as const;
