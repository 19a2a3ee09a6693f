import { putFile } from "../../../parts/put-file.ts";

export const largestFileBytes = 20 * 1024 * 1024;

/** Sends one file to a call; `onProgress` hears the share that is sent (0 to 1). Throws ApiError. */
export const uploadAttachment = (callId: string, file: File, onProgress: (share: number) => void): Promise<void> =>
  putFile(`/api/calls/${encodeURIComponent(callId)}/attachments`, file, onProgress);

/** Where a file of a call is had. */
export const attachmentUrl = (callId: string, id: string): string =>
  `/api/calls/${encodeURIComponent(callId)}/attachments/${encodeURIComponent(id)}`;

/** `812 KB`, `3.4 MB` */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
