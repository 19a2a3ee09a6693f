import { parseArgs } from "node:util";
import { createUser, NewUser } from "../http/index.ts";
import type { Config } from "../platform/config.ts";
import { systemCtx } from "../platform/context.ts";
import { explain, issuesInWords } from "../platform/explain.ts";
import { openServices } from "../services.ts";
import { UsageError } from "./read-options.ts";

const options = {
  username: { type: "string" },
  name: { type: "string" },
  role: { type: "string" },
  agent: { type: "string" },
  agency: { type: "string" },
} as const;

/**
 * tingsu user --username admin --name 管理员 --role admin: makes an account, the first one too.
 * The password comes from standard input, so that it stands in no list of processes.
 */
export async function runUser(args: string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args, options });
  process.stderr.write("请输入密码（至少 12 个字符）后回车：");
  const { agent, ...rest } = values;
  const user = NewUser.safeParse({ ...rest, agentId: agent, password: await readLine() }, { error: explain });
  if (!user.success) {
    throw new UsageError(issuesInWords(user.error));
  }
  const services = await openServices(config, { queues: false });
  try {
    const { id } = await createUser(systemCtx(services, "user", new AbortController().signal, "cli"), user.data);
    process.stdout.write(`已建立账号 ${user.data.username}（${id}）\n`);
    return 0;
  } finally {
    await services.close();
  }
}

async function readLine(): Promise<string> {
  let words = "";
  for await (const bytes of process.stdin) {
    words += String(bytes);
    if (words.includes("\n")) break;
  }
  return words.split(/\r?\n/, 1)[0] ?? "";
}
