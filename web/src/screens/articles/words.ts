import type { ArticleHead, ArticleKind, ArticleState, Conflict, Note } from "../../types-articles.ts";

export const kinds: readonly ArticleKind[] = ["政策法规", "职责与办事", "公共服务", "公告公开", "答复口径"];

export const articleStateWords: Record<ArticleState, string> = {
  draft: "起草中",
  checking: "待审核",
  approved: "待发布",
  published: "已发布",
  retired: "已下架",
};

/** What the working copy is, and what readers see meanwhile: `第 2 版在用，修改稿起草中`. */
export function stateLine({ state, publishAt, publishedVersion }: ArticleHead): string {
  const own = publishAt ? "已定时发布" : articleStateWords[state];
  if (publishedVersion === null || state === "retired") return own;
  return state === "published" ? `已发布，第 ${publishedVersion} 版` : `第 ${publishedVersion} 版在用，修改稿${own}`;
}

export const noteWords: Record<Note["kind"], string> = {
  comment: "评论",
  created: "新建",
  submitted: "送审",
  withdrawn: "撤回",
  approved: "审核通过",
  sentBack: "退回修改",
  scheduled: "定时发布",
  unscheduled: "撤销定时",
  published: "发布",
  retired: "下架",
  restored: "恢复旧版",
  reviewed: "复核，仍然有效",
  edited: "修改",
};

export const conflictWords: Record<Conflict["kind"], string> = {
  duplicate: "重复",
  contradiction: "矛盾",
  neverSource: "不得作为依据",
};
