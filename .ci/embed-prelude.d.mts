export function readPrelude(folder?: string, prefix?: string): [name: string, source: string][];
export function preludeSource(): string;
export function embedPrelude(): boolean;
export function currentSource(): string;
