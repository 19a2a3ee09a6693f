import { Button } from "antd";
import { useState } from "react";
import { useKey } from "../../../parts/keys.tsx";
import type { Alarm } from "../../../types.ts";
import { useCopy } from "./use-copy.ts";
import { useKeptSet } from "./use-kept-set.ts";

type Props = { callId: string; alarm: Alarm; isLive: boolean };

/**
 * What an urgent call asks of the agent. While the call goes on it stays large until the agent says with a key to have
 * seen it; another class rings again. Afterwards it is a line to look things up in.
 */
export function AlarmBanner({ callId, alarm, isLive }: Props) {
  const [seen, see] = useKeptSet(`tingsu.alarm.${callId}`);
  const [isUnfolded, setUnfolded] = useState(false);
  const name = alarm.urgentClass ?? "紧急情况";
  const isSeen = !isLive || seen.has(name);
  const acknowledge = () => {
    see(name);
    setUnfolded(false);
  };
  useKey({ name: "F8", shown: "F8", words: "紧急提醒：知道了", isInText: true }, isSeen ? null : acknowledge);
  if (isSeen)
    return (
      <section className="alarm is-seen" aria-label="紧急提醒">
        <p className="alarm-line">
          <strong>紧急：{name}</strong>
          <span className="alarm-rest">{alarm.steps.join("；")}</span>
          <button type="button" className="link" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? "收起" : "步骤和话术"}
          </button>
        </p>
        {isUnfolded && <AlarmBody alarm={alarm} />}
      </section>
    );
  return (
    <section className="alarm" role="alert" aria-label="紧急提醒">
      <p className="alarm-line">
        <strong>紧急：{name}</strong>
        <span className="alarm-rest">{alarm.why}</span>
        <Button danger type="primary" size="small" onClick={acknowledge}>
          知道了 F8
        </Button>
      </p>
      <AlarmBody alarm={alarm} />
    </section>
  );
}

function AlarmBody({ alarm }: { alarm: Alarm }) {
  const copy = useCopy();
  return (
    <div className="alarm-body">
      <ol className="alarm-steps" aria-label="步骤">
        {alarm.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div>
        {alarm.phrases.map((phrase) => (
          <button key={phrase} type="button" className="phrase" onClick={() => void copy(phrase)} title="点击复制">
            “{phrase}”
          </button>
        ))}
      </div>
    </div>
  );
}
