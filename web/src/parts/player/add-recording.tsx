import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useRef, useState } from "react";
import { recordingUrl } from "../../api-quality.ts";
import { useMay } from "../../me.tsx";
import { putFile } from "../put-file.ts";

/** Says that there is no sound, and takes one from whoever may bring calls in. */
export function AddRecording({ callId }: { callId: string }) {
  const mayAdd = useMay("call.receive");
  const client = useQueryClient();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const send = async (file: File) => {
    setShare(0);
    try {
      await putFile(recordingUrl(callId), file, setShare);
      message.success("录音已上传，波形随后生成");
    } catch (error) {
      message.error(error instanceof Error ? error.message : "上传失败");
    } finally {
      setShare(null);
      // Also after a refusal: somebody may have been first.
      await client.invalidateQueries({ queryKey: ["qa", "call", callId] });
      await client.invalidateQueries({ queryKey: ["call", callId] });
    }
  };
  return (
    <section className="player no-sound" aria-label="录音">
      <span className="quiet">这通电话没有录音{mayAdd ? "" : "，按原话复核"}</span>
      {mayAdd && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept="audio/*"
            aria-label="选择录音文件"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = "";
              if (file) void send(file);
            }}
          />
          <Button size="small" loading={share !== null} onClick={() => input.current?.click()}>
            {share === null ? "上传录音" : `正在上传 ${Math.round(share * 100)}%`}
          </Button>
        </>
      )}
    </section>
  );
}
