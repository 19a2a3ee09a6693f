import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { qualityApi } from "../../api-quality.ts";
import type { Utterance } from "../../types.ts";
import type { Recording } from "../../types-quality.ts";
import { callTime } from "../time.ts";
import { speakerWords } from "../words.ts";
import { AddRecording } from "./add-recording.tsx";
import { channelSpeakers } from "./channels.ts";
import { placeMarks, type SoundMark } from "./marks.ts";
import { useIsPlaying, useLoadedLength, useSound, useSoundFailed, useSoundTime } from "./sound.tsx";
import { Waveform } from "./waveform.tsx";

export { SoundProvider, useSound } from "./sound.tsx";

type Props = {
  callId: string;
  recording: Recording | null;
  marks?: readonly SoundMark[];
  /** What was said: tells whose channel is whose. */
  utterances?: readonly Utterance[];
  /** A mark was clicked; the sound has gone there already. */
  onMark?: (id: string) => void;
};

const none: readonly SoundMark[] = [];
const nothingSaid: readonly Utterance[] = [];
const lanePx = 19;

/** The loudness never changes: it is asked for once. */
const usePeaks = (callId: string, { sha256, waveform }: Recording) =>
  useQuery({
    queryKey: ["qa", "peaks", callId, sha256, waveform],
    queryFn: () => qualityApi.peaks(callId),
    enabled: waveform === "已生成",
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

/**
 * The sound of a call: play, speed, waveform with marks. Stands below a `SoundProvider`, which the transcript shares. Without a
 * recording it says so, and offers to add one to whoever may.
 */
export function Player({ callId, recording, marks = none, utterances = nothingSaid, onMark }: Props) {
  if (!recording) return <AddRecording callId={callId} />;
  return (
    <section className="player" aria-label="录音">
      <Controls callId={callId} recording={recording} utterances={utterances} />
      <Picture callId={callId} recording={recording} marks={marks} onMark={onMark} />
    </section>
  );
}

const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

type ControlsProps = { callId: string; recording: Recording; utterances: readonly Utterance[] };

function Controls({ callId, recording, utterances }: ControlsProps) {
  const sound = useSound();
  const isPlaying = useIsPlaying();
  const isFailed = useSoundFailed();
  const loadedMs = useLoadedLength();
  const [speed, setSpeed] = useState(1);
  const lengthMs = recording.durationMs ?? loadedMs;
  const choose = (next: number) => {
    setSpeed(next);
    sound?.setSpeed(next);
  };
  return (
    <div className="player-line">
      <Button size="small" type="primary" onClick={() => (isPlaying ? sound?.pause() : sound?.play())}>
        {isPlaying ? "暂停" : "播放"}
      </Button>
      <span className="num">
        <Clock /> / {lengthMs === null ? "--:--" : callTime(lengthMs)}
      </span>
      <fieldset className="chips" aria-label="速度">
        {speeds.map((each) => (
          <button
            key={each}
            type="button"
            className="chip num"
            aria-pressed={each === speed}
            onClick={() => choose(each)}
          >
            {each}×
          </button>
        ))}
      </fieldset>
      <Channels callId={callId} recording={recording} utterances={utterances} />
      {isFailed && (
        <span className="near-over" role="alert">
          这台浏览器放不了这段录音（{recording.type}），或连接中断
        </span>
      )}
    </div>
  );
}

/** Who is drawn above and who below. */
function Channels({ callId, recording, utterances }: ControlsProps) {
  const peaks = usePeaks(callId, recording);
  const [upper, lower] = useMemo(
    () => (peaks ? channelSpeakers(peaks.channels, peaks.durationMs ?? 0, utterances) : []),
    [peaks, utterances],
  );
  if (!upper || !lower) return null;
  const words = upper === "unknown" ? ["声道 1", "声道 2"] : [speakerWords[upper], speakerWords[lower]];
  return (
    <span className="quiet channels">
      上：{words[0]}　下：{words[1]}
    </span>
  );
}

const Clock = () => useSoundTime(callTime);

type PictureProps = {
  callId: string;
  recording: Recording;
  marks: readonly SoundMark[];
  onMark: Props["onMark"];
};

function Picture({ callId, recording, marks, onMark }: PictureProps) {
  const peaks = usePeaks(callId, recording);
  const loadedMs = useLoadedLength();
  const lengthMs = peaks?.durationMs ?? recording.durationMs ?? loadedMs ?? 0;
  const placed = placeMarks(marks, lengthMs);
  const lanes = placed.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  return (
    <div className="player-picture">
      {recording.waveform === "已生成" ? (
        peaks ? (
          <Waveform peaks={peaks} />
        ) : (
          <div className="wave" aria-busy="true" />
        )
      ) : (
        <>
          <p className="quiet">
            {recording.waveform === "等待"
              ? "波形正在生成，录音可以先听。"
              : `没有波形：${recording.waveformWhy ?? "原因不明，录音可以照常听"}。`}
          </p>
          <PlainBar lengthMs={lengthMs} />
        </>
      )}
      <div className="sound-marks" style={{ height: lanes * lanePx }}>
        {placed.map((mark) => (
          <MarkButton key={mark.id} mark={mark} onMark={onMark} />
        ))}
      </div>
    </div>
  );
}

function PlainBar({ lengthMs }: { lengthMs: number }) {
  const sound = useSound();
  const second = useSoundTime((ms) => Math.floor(ms / 1000));
  return (
    <input
      type="range"
      className="fill"
      aria-label="录音位置"
      disabled={lengthMs === 0}
      min={0}
      max={Math.max(1, Math.floor(lengthMs / 1000))}
      value={second}
      onChange={({ target }) => sound?.seek(Number(target.value) * 1000)}
    />
  );
}

function MarkButton({ mark, onMark }: { mark: ReturnType<typeof placeMarks>[number]; onMark: Props["onMark"] }) {
  const sound = useSound();
  const { id, atMs, label, words, tone, leftShare, lane } = mark;
  const go = () => {
    sound?.seek(atMs);
    onMark?.(id);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`sound-mark tone-${tone}`}
      style={{ left: `${leftShare * 100}%`, top: lane * lanePx }}
      title={`${callTime(atMs)} ${words}`}
      onClick={go}
    >
      {label}
    </button>
  );
}
