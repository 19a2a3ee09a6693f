import { join } from "node:path";
import { UsageError } from "./commands/read-options.ts";
import { packageRoot } from "./package-root.ts";
import { type Config, parseConfig } from "./platform/config.ts";
import { AppError } from "./platform/errors.ts";

type Command = (args: string[], config: Config) => Promise<number>;

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import("./commands/serve.ts")).runServe,
  worker: async () => (await import("./commands/worker.ts")).runWorker,
  process: async () => (await import("./commands/process.ts")).runProcess,
  wording: async () => (await import("./commands/pure-batches.ts")).runWording,
  "callback-plan": async () => (await import("./commands/pure-batches.ts")).runCallbackPlan,
  mask: async () => (await import("./commands/pure-batches.ts")).runMask,
  user: async () => (await import("./commands/user.ts")).runUser,
  train: async () => (await import("./commands/train.ts")).runTrain,
  classify: async () => (await import("./commands/classify.ts")).runClassify,
  kb: async () => (await import("./commands/kb.ts")).runKb,
};

const usage = `用法：
  tingsu serve                                     启动服务（不设 DATABASE_URL 时用内置数据库和示例数据）
  tingsu worker                                    只做后台处理（需要 DATABASE_URL）
  tingsu user --username 用户名 --name 姓名 --role admin   建立账号（密码从标准输入读取）
  tingsu process --in 通话.jsonl --out 结果.jsonl     批量处理通话；也可 tingsu process 录音.wav
  tingsu wording --in 话语.jsonl --out 结果.jsonl     回访用语审核
  tingsu callback-plan --in 工单.jsonl --out 结果.jsonl  回访计划
  tingsu mask --in 文本.jsonl --out 结果.jsonl        个人信息遮盖
  tingsu kb import 文章.(csv|xlsx|docx|md|html|jsonl|zip) [--publish]   导入知识
  tingsu kb search --in 问题.jsonl -k 10 --out 结果.jsonl
  tingsu train --in 数据.csv --text 列 --label 列 --name 名称   训练分类器（可加 --append 文件:列:标签列）
  tingsu classify --name 名称 --in 数据.csv --text 列 --out 结果.jsonl
批量命令可加 --data 目录（用那里的内置数据库）或 --fresh（内存中的空库）。
`;

/** LangChain would send what a model is asked to a tracing service if these were set. */
const tracing = ["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"];

/** Reads the command line and the settings, runs one command, gives the exit code. */
async function main([name = "", ...args]: string[]): Promise<number> {
  const load = commands[name];
  if (!load) {
    const isAsked = ["", "help", "--help", "-h"].includes(name);
    process.stderr.write(isAsked ? usage : `没有命令 ${name}\n${usage}`);
    return isAsked ? 0 : 2;
  }
  for (const name of tracing) delete process.env[name];
  const config = parseConfig({ RULES_DIR: join(packageRoot, "rules"), ...process.env });
  return (await load())(args, config);
}

// Nobody else on the machine reads what we write.
process.umask(0o077);

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    const isForPeople = error instanceof AppError || error instanceof UsageError;
    process.stderr.write(`${isForPeople ? error.message : (error.stack ?? String(error))}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
