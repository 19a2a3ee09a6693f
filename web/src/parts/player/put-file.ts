import { ApiError } from "../../request.ts";

/** Sends the bytes of a file as they are; `onProgress` hears the share that is sent (0 to 1). Throws ApiError. */
export function putFile(path: string, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("PUT", path);
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
