/** How long the rest takes at this speed: `还要约 3 分钟`. */
export function leftWords(left: number, perSec: number): string {
  if (perSec <= 0) return "还说不准要多久";
  const sec = Math.ceil(left / perSec);
  return sec < 60 ? `还要约 ${sec} 秒` : `还要约 ${Math.ceil(sec / 60)} 分钟`;
}
