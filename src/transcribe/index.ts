export { transcribeFile } from "./transcribe-file.ts";
