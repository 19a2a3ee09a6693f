import { type HostAsk, type PanelTell, readHostAsk } from "./host-words.ts";

/**
 * Opens the line to the page around this one; null when there is none. The server lets only the pages of EMBED_ORIGINS
 * frame the panel (frame-ancestors), so the parent is one of them: we hear only the parent window, and only under the
 * one origin it has.
 */
export function openHostLine(hear: (ask: HostAsk) => void) {
  const host = window.parent;
  if (host === window) return null;
  let origin = knownOrigin();
  const tell = (news: PanelTell) => {
    // Without a known origin only the word that names nobody and nothing goes out.
    if (origin !== null) host.postMessage(news, origin);
    else if (news.type === "tingsu:ready") host.postMessage(news, "*");
  };
  const onMessage = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== host || (origin !== null && from !== origin)) return;
    const ask = readHostAsk(data);
    if (!ask) return;
    origin = from;
    hear(ask);
  };
  const tellSize = () => {
    const { scrollWidth: width } = document.documentElement;
    tell({ type: "tingsu:size", width, height: neededHeightPx() });
  };
  let lastHeightPx = 0;
  const watch = setInterval(() => {
    const heightPx = neededHeightPx();
    if (heightPx !== lastHeightPx) tellSize();
    lastHeightPx = heightPx;
  }, sizeTickMs);
  addEventListener("message", onMessage);
  return {
    tell,
    close() {
      clearInterval(watch);
      removeEventListener("message", onMessage);
    },
  };
}

const sizeTickMs = 1_000;

/** The height, in px, at which nothing of the panel would have to be scrolled. */
function neededHeightPx(): number {
  const hiddenPx = [...document.querySelectorAll(".draft, .panel .scroll")]
    .filter((box) => box.clientHeight > 0)
    .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  return document.documentElement.clientHeight + Math.max(0, ...hiddenPx);
}

/** Chromium and Safari name the pages around; others tell it by the address one came from. */
function knownOrigin(): string | null {
  const { ancestorOrigins } = location;
  const named = ancestorOrigins?.[0];
  if (named) return named;
  return URL.canParse(document.referrer) && new URL(document.referrer).origin !== location.origin
    ? new URL(document.referrer).origin
    : null;
}
