import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../../api.ts";
import { RoleButtons } from "./role-buttons.tsx";

type Typed = { username: string; password: string };

/** Only a path of our own: `//host` would leave the site. */
const safePath = (from: string | null) => (from && /^\/(?!\/|\\)/.test(from) ? from : "/");

/** Name and password; in a demo one big button a role. */
export function SignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const demo = useQuery({ queryKey: ["demo"], queryFn: api.demo });
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const enter = async (signIn: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await signIn();
      client.clear();
      await navigate(safePath(search.get("from")), { replace: true });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "登录失败");
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <h1>
        听诉<span className="quiet"> 12345 热线助手</span>
      </h1>
      {demo.data?.isDemo && (
        <RoleButtons
          roles={demo.data.roles}
          isBusy={isBusy}
          onChoose={(person) => enter(() => api.demoSignIn(person))}
        />
      )}
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        onFinish={({ username, password }) => enter(() => api.signIn(username, password))}
      >
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: "请填写用户名" }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: "请填写密码" }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isBusy} size="large">
          登录
        </Button>
      </Form>
      {failure && <Alert type="error" title={failure} role="alert" />}
    </main>
  );
}
