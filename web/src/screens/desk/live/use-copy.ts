import { App } from "antd";
import { useCallback } from "react";
import { copyWords } from "../../../parts/copy-words.ts";

/** Copies words, and says so in a word. */
export function useCopy(): (words: string) => Promise<void> {
  const { message } = App.useApp();
  return useCallback(
    async (words) => {
      if (await copyWords(words)) message.success({ content: "已复制", duration: 1 });
      else message.warning("浏览器不允许复制，请手动选取");
    },
    [message],
  );
}
