import { Button } from "antd";
import { ApiError } from "../request.ts";

/** Says what went wrong in plain words, with the number support asks for, and tries again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const message = error instanceof Error ? error.message : "出错了";
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div className="notice" role="alert">
      <p className="notice-title">没有加载成功</p>
      <p>{message}</p>
      {requestId && <p className="quiet">请求编号 {requestId}</p>}
      <Button onClick={onRetry}>重试</Button>
    </div>
  );
}
