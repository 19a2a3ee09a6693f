export function buildServer(): Promise<void>;
export function buildImportReader(): Promise<void>;
export function buildWeb(): Promise<void>;
export function buildIfStale(what: { withWeb: boolean }): Promise<void>;
