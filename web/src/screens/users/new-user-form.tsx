import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, Select } from "antd";
import { api, type NewUser } from "../../api.ts";
import { roleWords } from "../../parts/words.ts";
import { useCity } from "../../queries.ts";
import type { Role } from "../../types.ts";

const roles = (Object.entries(roleWords) as [Role, string][]).map(([value, label]) => ({ value, label }));
const required = (what: string) => [{ required: true, message: `请填写${what}` }];

/** Makes an account. A seat number for people who take calls, a unit for an agency. */
export function NewUserForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewUser>();
  const role = Form.useWatch("role", form);
  const create = useMutation({
    mutationFn: api.createUser,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["users"] });
      message.success("账号已建好");
      onDone();
    },
  });
  return (
    <Form<NewUser> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => create.mutate(typed)}>
      <Form.Item name="name" label="姓名" rules={required("姓名")}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="username" label="用户名" extra="3 到 30 个字母、数字、点或下划线" rules={required("用户名")}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label="初始密码" extra="至少 12 个字符" rules={required("密码")}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="role" label="角色" rules={[{ required: true, message: "请选择角色" }]}>
        <Select options={roles} />
      </Form.Item>
      {(role === "agent" || role === "callback") && (
        <Form.Item name="agentId" label="工号" rules={required("工号")}>
          <Input />
        </Form.Item>
      )}
      {role === "agency" && <AgencyItem />}
      {create.error && <Alert type="error" title={create.error.message} role="alert" />}
      <Button type="primary" htmlType="submit" loading={create.isPending} block>
        建立账号
      </Button>
    </Form>
  );
}

function AgencyItem() {
  const city = useCity();
  const options = (city.data?.agencies ?? []).map((value) => ({ value, label: value }));
  return (
    <Form.Item name="agency" label="单位" rules={[{ required: true, message: "请选择单位" }]}>
      <Select options={options} showSearch />
    </Form.Item>
  );
}
