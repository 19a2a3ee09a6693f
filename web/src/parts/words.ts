import type { CallListEntry, Engine, OrderResult, Role, Utterance } from "../types.ts";

export const engineWords: Record<Engine, string> = { rules: "规则", learned: "学习", model: "模型", human: "人工" };

export const speakerWords: Record<Utterance["speaker"], string> = { agent: "坐席", citizen: "市民", unknown: "未辨" };

export const directionWords: Record<CallListEntry["direction"], string> = {
  inbound: "来电",
  callback: "回访",
  web: "网络",
};

export const stateWords: Record<CallListEntry["state"], string> = {
  live: "通话中",
  received: "正在处理…",
  processed: "已处理",
  needs_person: "待人工",
};

export const stateOfOrderWords: Record<OrderResult["state"], string> = { draft: "草稿", confirmed: "已确认" };

/** `user:u1` and `system:job` as a person reads them, with the people whose names are known here. */
export function whoWords(by: string, people: readonly { id: string; name: string }[]): string {
  if (by.startsWith("system:")) return "系统";
  const id = by.replace(/^user:/, "");
  return people.find((person) => person.id === id)?.name ?? "其他工作人员";
}

/** No engine is ever certain: a share is never shown as 100 %. */
export const percent = (share: number): string => `${Math.min(Math.round(share * 100), 99)}%`;

/** A candidate below this is no choice worth a line. */
export const isWorthShowing = ({ confidence }: { confidence: number }): boolean => confidence >= 0.01;

export const roleWords: Record<Role, string> = {
  agent: "坐席",
  callback: "回访员",
  dispatcher: "派单员",
  agency: "承办单位",
  qa: "质检员",
  editor: "知识编辑",
  admin: "管理员",
};

const actions: Record<string, string> = {
  "answer.tell": "告知市民知识",
  "answer.undo": "撤销告知",
  "article.export": "导出知识",
  "article.feedback": "反馈知识",
  "article.import.receive": "上传知识文件",
  "gap.decide": "处理缺口",
  "quiz.answer": "答练习题",
  "quiz.decide": "审练习题",
  "quiz.make": "出练习题",
  "qa.acknowledge": "知道自己的评分",
  "qa.appeal": "申诉扣分",
  "qa.appeal.decide": "答复申诉",
  "qa.calibration": "发起校准",
  "qa.calibration.end": "结束校准",
  "qa.decide": "复核评分",
  "qa.export": "导出质检结果",
  "qa.item.hint": "评分项改为提示或扣分",
  "qa.item.mode": "设置评分项",
  "qa.note": "写辅导意见",
  "qa.note.seen": "看过辅导意见",
  "qa.plan": "抽样",
  "qa.read": "查看评分",
  "qa.rescore": "开始重新评分",
  "qa.rescore.pause": "暂停重新评分",
  "qa.rescore.resume": "继续重新评分",
  "qa.rescore.end": "重新评分完成",
  "qa.rescore.fail": "重新评分失败",
  "qa.seat": "修改坐席",
  "qa.task.assign": "改派复核任务",
  "qa.task.claim": "领取复核任务",
  "recall.decide": "决定是否回电更正",
  "recall.done": "回电更正",
  "recall.open": "列出要更正的通话",
  "article.import": "导入知识",
  "article.create": "新写知识",
  "article.edit": "修改知识",
  "article.submit": "知识送审",
  "article.withdraw": "撤回送审",
  "article.check": "审核知识",
  "article.publish": "发布知识",
  "article.unschedule": "撤销定时发布",
  "article.retire": "下架知识",
  "article.restore": "恢复旧版本",
  "article.review": "复核知识",
  "article.comment": "评论知识",
  "article.resolve_comment": "处理评论",
  "article.attach": "知识加附件",
  "article.detach": "知识去附件",
  "article.dismiss_conflict": "处理知识冲突",
  "attachment.add": "添加附件",
  "attachment.read": "打开附件",
  "call.process": "处理通话",
  "call.read": "查看通话",
  "call.receive": "接收通话",
  "call.score": "质检评分",
  "callback.add": "加入回访",
  "callback.attempt": "记录拨打",
  "callback.change": "标记回访",
  "callback.record": "记录回访结果",
  "callback.review": "核查回访",
  "callback.sealed.read": "查看加密的回访",
  "order.confirm": "确认工单",
  "order.draft": "起草工单",
  "order.edit": "修改工单",
  "order.read": "查看工单",
  "recording.add": "上传录音",
  "recording.listen": "听录音",
  "recording.waveform": "生成波形",
  "session.end": "退出登录",
  "session.refuse": "登录被拒",
  "session.start": "登录",
  "user.create": "新建账号",
  "user.password": "修改密码",
};

/** What was done, in words; the code itself where it has none yet. */
export const actionWords = (action: string): string => actions[action] ?? action;
