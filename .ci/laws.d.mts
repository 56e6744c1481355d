import type { ScannedSource } from './floors.mjs';

export function checkLaws(sources?: readonly ScannedSource[]): string[];
