import { Link } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import type { CallView } from "../../types.ts";

/** Why there is no draft: still in work, needs a person, or a callback, which has none. */
export function NoDraft({ view }: { view: CallView }) {
  if (view.call.direction === "callback")
    return (
      <Empty title="回访没有工单草稿">
        <Link to={`/callbacks/${encodeURIComponent(view.id)}`}>看回访核查结果</Link>
      </Empty>
    );
  if (view.live)
    return (
      <div role="status">
        <Empty title="正在听…">说到诉求后，草稿会自己出现在这里。</Empty>
      </div>
    );
  if (view.state === "received")
    return (
      <div role="status">
        <Empty title="正在处理…">整理好后草稿会自己出现在这里，不用刷新。</Empty>
      </div>
    );
  return (
    <div role="alert">
      <Empty title="需要人工处理">{view.failure ?? "没有生成工单草稿"}。请对照原话办理。</Empty>
    </div>
  );
}
