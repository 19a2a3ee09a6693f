import { defineJob } from "../platform/jobs.ts";
import { drawWaveform, giveUpWaveform } from "./draw-waveform.ts";
import { recordingsWaitingSince } from "./store-recordings.ts";

export const drawWaveformJob = defineJob({
  name: "draw-waveform",
  attempts: 3,
  timeoutSec: 300,
  concurrency: 1,
  run: drawWaveform,
  waiting: recordingsWaitingSince,
  giveUp: giveUpWaveform,
});
