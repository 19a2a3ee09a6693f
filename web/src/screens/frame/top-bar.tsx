import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useNavigate } from "react-router";
import { api } from "../../api.ts";
import { type Connection, useConnection } from "../../live.tsx";
import { useMe } from "../../me.tsx";
import { useCity } from "../../queries.ts";

const connectionWords: Record<Connection, string> = {
  none: "",
  connecting: "正在连接…",
  open: "实时更新中",
  lost: "连接中断，正在重连…",
};

/** Where one is, who one is, and whether the screen still hears the server. */
export function TopBar() {
  const me = useMe();
  const city = useCity();
  const connection = useConnection();
  return (
    <header className="top">
      <strong className="brand">听诉</strong>
      <span className="top-city">{city.data?.name ?? ""}</span>
      {me.isDemo && <span className="top-demo">演示</span>}
      <span className="grow" />
      <span className={`connection connection-${connection}`} role="status">
        {connectionWords[connection]}
      </span>
      <span className="who">
        {me.roleTitle} {me.name}
        {me.agentId ? ` ${me.agentId}` : ""}
        {me.agency ? `（${me.agency}）` : ""}
      </span>
      <SignOut />
    </header>
  );
}

function SignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const leave = async () => {
    try {
      await api.signOut();
    } catch (error) {
      message.error(error instanceof Error ? error.message : "退出失败");
      return;
    }
    await navigate("/sign-in", { replace: true });
    client.clear();
  };
  return (
    <Button size="small" type="text" onClick={leave}>
      退出
    </Button>
  );
}
