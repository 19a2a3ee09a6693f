import { fileURLToPath } from "node:url";

/** The folder with package.json, from src/ and from the bundle in dist/ alike. */
export const packageRoot = fileURLToPath(new URL("..", import.meta.url));
