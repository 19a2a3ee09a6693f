import { Button } from "antd";
import { useRouteError } from "react-router";

/** The last net: a screen that failed to load or to draw. Reloading fetches the newest version. */
export function RouteFailed() {
  const error = useRouteError();
  return (
    <div className="notice" role="alert">
      <p className="notice-title">页面出错了</p>
      <p className="quiet">{error instanceof Error ? error.message : "未知错误"}</p>
      <Button type="primary" onClick={() => location.reload()}>
        重新打开
      </Button>
    </div>
  );
}
