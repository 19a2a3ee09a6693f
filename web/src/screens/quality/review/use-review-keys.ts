import { useKey } from "../../../parts/keys.tsx";
import { useIsPlaying, useSound } from "../../../parts/player/sound.tsx";
import { agreeing, overruling, type ReviewLine, type Step } from "./lines.ts";
import { playFrom } from "./play-from.ts";

type Acts = {
  /** These two are null while a form stands open: half-written words are left with Esc only. */
  onTake: ((line: ReviewLine, step: Step) => void) | null;
  onStep: ((by: 1 | -1) => void) | null;
  onUndo: (() => void) | null;
};

const jumpMs = 5_000;

/** The keys of a review: judge, go on, hear, take back. `open` is the item they are about. */
export function useReviewKeys(open: ReviewLine | null, { onTake, onStep, onUndo }: Acts): void {
  const sound = useSound();
  const isPlaying = useIsPlaying();
  const play = () => sound?.play(open?.item.atMs == null ? undefined : playFrom(open.item.atMs));
  useKey(
    { name: "a", shown: "A", words: "同意系统；待人工的判合格" },
    open && onTake && (() => onTake(open, agreeing(open))),
  );
  useKey({ name: "r", shown: "R", words: "改判，写理由" }, open && onTake && (() => onTake(open, overruling(open))));
  useKey(
    { name: /^[jk]$/, shown: "J K", words: "下一项、上一项" },
    onStep && ((name) => onStep(name === "j" ? 1 : -1)),
  );
  useKey({ name: "z", shown: "Z", words: "撤回刚才的判定" }, onUndo);
  useKey({ name: "p", shown: "P", words: "从这一项的那一秒播放" }, sound ? play : null);
  useKey(
    { name: " ", shown: "空格", words: "播放这一项；在放时暂停" },
    sound ? () => (isPlaying ? sound.pause() : play()) : null,
  );
  useKey(
    { name: /^Arrow(Left|Right)$/, shown: "← →", words: "录音退、进 5 秒" },
    sound ? (name) => sound.seek(sound.audio.currentTime * 1000 + (name === "ArrowRight" ? jumpMs : -jumpMs)) : null,
  );
}
