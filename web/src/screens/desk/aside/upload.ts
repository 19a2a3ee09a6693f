import { ApiError } from "../../../request.ts";

export const largestFileBytes = 20 * 1024 * 1024;

/**
 * Sends one file to a call; `onProgress` hears the share that is sent (0 to 1). Throws ApiError. The only request
 * without fetch, which cannot tell how much it has sent.
 */
export function uploadAttachment(callId: string, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("PUT", `/api/calls/${encodeURIComponent(callId)}/attachments?name=${encodeURIComponent(file.name)}`);
    sending.responseType = "json";
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    sending.onerror = () => reject(new ApiError(0));
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) resolve();
      else reject(new ApiError(sending.status, sending.response ?? {}));
    };
    sending.send(file);
  });
}

/** Where a file of a call is had. */
export const attachmentUrl = (callId: string, id: string): string =>
  `/api/calls/${encodeURIComponent(callId)}/attachments/${encodeURIComponent(id)}`;

/** `812 KB`, `3.4 MB` */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
