import type { ScannedSource } from './floors.mjs';

export const ROOT: string;
export function readSources(root?: string): ScannedSource[];
export function parseSource(path: string, text: string): ScannedSource;
