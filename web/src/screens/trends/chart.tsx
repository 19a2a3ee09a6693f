import { useEffect, useRef, useState } from "react";
import type { optionOf } from "./option.ts";

type Props = { label: string; option: ReturnType<typeof optionOf> };

/** A drawing of numbers that stand in a table below it. The drawing code comes when the first chart is shown. */
export function Chart({ label, option }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    let stop = () => {};
    import("./echarts.ts").then(
      ({ init }) => {
        if (isGone) return;
        const chart = init(element, null, { renderer: "svg" });
        chart.setOption(option);
        const observer = new ResizeObserver(() => chart.resize());
        observer.observe(element);
        stop = () => {
          observer.disconnect();
          chart.dispose();
        };
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [option]);
  if (isFailed) return <p className="near-soon pad-x">图没有画出来，请看下面的数字。</p>;
  return <div ref={box} className="chart" role="img" aria-label={`${label}，数字见下表`} />;
}
