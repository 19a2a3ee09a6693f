import { ApiError } from "../request.ts";

/**
 * Sends the bytes of a file as they are, with its name; `onProgress` hears the share that is sent (0 to 1). Gives the answer's body;
 * throws ApiError. The only request without fetch, which cannot tell how much it has sent.
 */
export function putFile<Given>(path: string, file: File, onProgress?: (share: number) => void): Promise<Given> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("PUT", `${path}?name=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader("content-type", "application/octet-stream");
    sending.responseType = "json";
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    sending.onerror = () => reject(new ApiError(0));
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) resolve(sending.response as Given);
      else reject(new ApiError(sending.status, sending.response ?? {}));
    };
    sending.send(file);
  });
}
