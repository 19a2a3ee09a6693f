/** Milliseconds of processor time that `work` takes: unlike the clock on the wall, it does not grow with what else the machine does. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least processor time of several runs, in milliseconds: the first ones also compile. Stops as soon as a run takes less than `enoughMs`. */
export function leastCpuMs(runs: number, work: () => void, enoughMs = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && least >= enoughMs; run += 1) least = Math.min(least, cpuMs(work));
  return least;
}
