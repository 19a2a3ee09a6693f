import { Button, Drawer } from "antd";
import { useState } from "react";
import { type Column, ListTable } from "../../parts/list-table.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useUsers } from "../../queries.ts";
import type { User } from "../../types.ts";
import { NewUserForm } from "./new-user-form.tsx";

const dash = <span className="quiet">—</span>;

const columns: readonly Column<User>[] = [
  { title: "用户名", cell: ({ username }) => username },
  { title: "姓名", cell: ({ name }) => name },
  { title: "角色", className: "tight", cell: ({ roleTitle }) => roleTitle },
  { title: "工号", className: "num tight", cell: ({ agentId }) => agentId ?? dash },
  { title: "单位", className: "wide", cell: ({ agency }) => agency ?? dash },
  { title: "状态", className: "tight", cell: ({ isDisabled }) => (isDisabled ? "已停用" : "") },
];

/** The accounts of this city. */
export function Users() {
  const { data, error, refetch } = useUsers();
  const [isOpen, setOpen] = useState(false);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  return (
    <section>
      <header className="screen-head">
        <h1>账号</h1>
        <span className="quiet">{data.items.length} 个</span>
        <span className="grow" />
        <Button type="primary" onClick={() => setOpen(true)}>
          新建账号
        </Button>
      </header>
      <ListTable label="账号" rows={data.items} columns={columns} keyOf={({ id }) => id} />
      <Drawer title="新建账号" open={isOpen} onClose={() => setOpen(false)} destroyOnHidden>
        <NewUserForm onDone={() => setOpen(false)} />
      </Drawer>
    </section>
  );
}
