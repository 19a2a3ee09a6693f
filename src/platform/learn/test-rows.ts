import type { LabelledExample } from "./model.ts";
import { seededRandom } from "./random.ts";

const words: Readonly<Record<string, readonly string[]>> = {
  市容: ["垃圾", "占道", "摆摊", "清运", "小广告"],
  供水: ["停水", "水压", "水管", "漏水", "水表"],
  噪声: ["施工", "扰民", "半夜", "吵闹", "音响"],
};
const shared = ["小区", "门口", "昨天", "反映", "没人", "处理"];

/** Rows of three labels whose words overlap a little; `seed` settles them. */
export function testRows(count: number, seed = 5): LabelledExample[] {
  const random = seededRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const labels = Object.keys(words);
  return Array.from({ length: count }, (_, at) => {
    const label = labels[at % labels.length] ?? "";
    const said = random() < 0.15 ? pick(words[pick(labels)] ?? []) : pick(words[label] ?? []);
    return { example: `${pick(shared)}${said}${pick(shared)}${pick(shared)}`, label };
  });
}
