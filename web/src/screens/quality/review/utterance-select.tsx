import { Select } from "antd";
import { lineAt } from "../../../parts/player/marks.ts";
import { useSound } from "../../../parts/player/sound.tsx";
import { callTime } from "../../../parts/time.ts";
import { speakerWords } from "../../../parts/words.ts";
import type { Utterance } from "../../../types.ts";

type Props = {
  utterances: readonly Utterance[];
  value: number | null;
  onChange: (utterance: number | null) => void;
};

/** The line, and with it the second, that something is about: from a list, or where the sound stands. */
export function UtteranceSelect({ utterances, value, onChange }: Props) {
  const sound = useSound();
  const here = () => {
    const line = utterances[lineAt(utterances, (sound?.audio.currentTime ?? 0) * 1000)];
    if (line) onChange(line.i);
  };
  return (
    <span className="utterance-select">
      <Select<number>
        size="small"
        aria-label="哪一句"
        placeholder="哪一句（可不选）"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={value}
        options={utterances.map(({ i, startMs, speaker, text }) => ({
          value: i,
          label: `${callTime(startMs)} ${speakerWords[speaker]}：${text}`,
        }))}
        onChange={(next?: number) => onChange(next ?? null)}
      />
      {sound && (
        <button type="button" className="link" onClick={here}>
          用录音现在的位置
        </button>
      )}
    </span>
  );
}

/** The line and its second as the server takes them. */
export function placeOf(
  utterances: readonly Utterance[],
  i: number | null,
): { utterance: number; atMs: number } | null {
  const line = i === null ? undefined : utterances.find((each) => each.i === i);
  return line ? { utterance: line.i, atMs: line.startMs } : null;
}
