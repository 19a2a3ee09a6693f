import type { CaseCounts, CaseState } from "../../../types-callbacks.ts";

export type View = "open" | "done" | "ended" | "notCalled";

export const viewWords: Record<View, string> = { open: "待回访", done: "已回访", ended: "已结束", notCalled: "不回访" };

export const stateOfView: Record<View, CaseState> = {
  open: "待回访",
  done: "已回访",
  ended: "已结束",
  notCalled: "不回访",
};

/** How many cases each view has. */
export const countsOf = ({ now, waiting, overdue, done, ended, notCalled }: CaseCounts): Record<View, number> => ({
  open: now + waiting + overdue,
  done,
  ended,
  notCalled,
});

export const emptyWords: Record<View, { title: string; words: string }> = {
  open: { title: "没有要回访的工单", words: "办结的工单加入后会出现在这里，能拨的排在前，先到期的在先。" },
  done: { title: "还没有已回访的工单", words: "记录了回访结果的工单会出现在这里。" },
  ended: { title: "没有已结束的回访", words: "拨满次数，或拨一次就结束（如空号）的工单会出现在这里。" },
  notCalled: { title: "没有不回访的工单", words: "按规定不回访的工单会出现在这里，并写明依据。" },
};

const views: readonly View[] = ["open", "done", "ended", "notCalled"];

/** The view that an address names. */
export const viewIn = (name: string | null): View => views.find((view) => view === name) ?? "open";
