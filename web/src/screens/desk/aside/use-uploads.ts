import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { keys } from "../../../queries.ts";
import { largestFileBytes, sizeWords, uploadAttachment } from "./upload.ts";

/** A file on its way, or one that did not get there. */
export type Upload = { id: number; name: string; share: number; fault: string | null };

let lastId = 0;

export type Uploads = ReturnType<typeof useUploads>;

/** Sends files one after another and shows how far each is. What failed stays until it is taken away. */
export function useUploads(callId: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const drop = (id: number) => setUploads((before) => before.filter((each) => each.id !== id));
  const change = (id: number, to: Partial<Upload>) =>
    setUploads((before) => before.map((each) => (each.id === id ? { ...each, ...to } : each)));
  const send = async (id: number, file: File) => {
    try {
      if (file.size > largestFileBytes) throw new Error(`文件不能超过 ${sizeWords(largestFileBytes)}`);
      await uploadAttachment(callId, file, (share) => change(id, { share }));
      await client.invalidateQueries({ queryKey: keys.call(callId), exact: true });
      drop(id);
      message.success(`已添加附件 ${file.name}`);
    } catch (error) {
      change(id, { fault: error instanceof Error ? error.message : "没有传成功" });
    }
  };
  const add = async (files: readonly File[]) => {
    const numbered = files.map((file) => ({ id: ++lastId, file }));
    setUploads((before) => [
      ...before,
      ...numbered.map(({ id, file }) => ({ id, name: file.name, share: 0, fault: null })),
    ]);
    for (const { id, file } of numbered) await send(id, file);
  };
  return { uploads, add, drop };
}
