import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useQaAction, useSeats } from "../../../queries-quality.ts";
import type { Seat } from "../../../types-quality.ts";

/** Whose each seat is, the team it counts to, and whether it answers in dialect. */
export function Seats() {
  const { data, error, refetch } = useSeats();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  return (
    <section>
      <header className="screen-head">
        <h1>坐席</h1>
        <span className="quiet">结果按姓名和班组列出；方言坐席不评普通话</span>
      </header>
      {data.items.length === 0 && <Empty title="还没有坐席">有通话进来后，工号会出现在这里；也可以先填。</Empty>}
      <ol className="seats" aria-label="坐席">
        {data.items.map((seat) => (
          <SeatLine key={`${seat.agentId}-${seat.name}-${seat.team}-${seat.isDialect}`} seat={seat} />
        ))}
        <SeatLine key={`new-${data.items.length}`} seat={null} />
      </ol>
    </section>
  );
}

function SeatLine({ seat }: { seat: Seat | null }) {
  const [agentId, setAgentId] = useState(seat?.agentId ?? "");
  const [name, setName] = useState(seat?.name ?? "");
  const [team, setTeam] = useState(seat?.team ?? "");
  const [isDialect, setDialect] = useState(seat?.isDialect ?? false);
  const save = useQaAction(
    () => qualityApi.changeSeat(agentId.trim(), { name: name.trim() || null, team: team.trim() || null, isDialect }),
    "坐席已保存",
  );
  const isChanged =
    name.trim() !== (seat?.name ?? "") ||
    team.trim() !== (seat?.team ?? "") ||
    isDialect !== (seat?.isDialect ?? false);
  const isReady = agentId.trim() !== "" && (isChanged || seat === null);
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) save.mutate(undefined);
        }}
      >
        {seat ? (
          <strong className="num">{seat.agentId}</strong>
        ) : (
          <Input
            size="small"
            aria-label="新工号"
            placeholder="新工号"
            maxLength={40}
            value={agentId}
            onChange={({ target }) => setAgentId(target.value)}
          />
        )}
        <Input
          size="small"
          aria-label={`${agentId} 姓名`}
          placeholder="姓名"
          maxLength={50}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Input
          size="small"
          aria-label={`${agentId} 班组`}
          placeholder="班组"
          maxLength={50}
          value={team}
          onChange={({ target }) => setTeam(target.value)}
        />
        <Checkbox checked={isDialect} onChange={({ target }) => setDialect(target.checked)}>
          方言坐席
        </Checkbox>
        <Button
          size="small"
          type={isReady ? "primary" : "default"}
          htmlType="submit"
          disabled={!isReady}
          loading={save.isPending}
        >
          {seat ? "保存" : "添加"}
        </Button>
      </form>
    </li>
  );
}
