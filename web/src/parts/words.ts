import type { ArticleHead, CallListEntry, Engine, Role, Utterance } from "../types.ts";

export const engineWords: Record<Engine, string> = { rules: "规则", learned: "学习", model: "模型", human: "人工" };

export const speakerWords: Record<Utterance["speaker"], string> = { agent: "坐席", citizen: "市民", unknown: "未辨" };

export const directionWords: Record<CallListEntry["direction"], string> = {
  inbound: "来电",
  callback: "回访",
  web: "网络",
};

export const stateWords: Record<CallListEntry["state"], string> = {
  received: "正在处理…",
  processed: "已处理",
  needs_person: "待人工",
};

/** `user:u1` and `system:job` as a person reads them, with the people whose names are known here. */
export function whoWords(by: string, people: readonly { id: string; name: string }[]): string {
  if (by.startsWith("system:")) return "系统";
  const id = by.replace(/^user:/, "");
  return people.find((person) => person.id === id)?.name ?? "其他工作人员";
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const roleWords: Record<Role, string> = {
  agent: "坐席",
  callback: "回访员",
  dispatcher: "派单员",
  agency: "承办单位",
  qa: "质检员",
  editor: "知识编辑",
  admin: "管理员",
};

export const articleStateWords: Record<ArticleHead["state"], string> = {
  draft: "草稿",
  checking: "审核中",
  published: "已发布",
  retired: "已停用",
};
