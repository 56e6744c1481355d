import type { SourceFile } from 'typescript';

export interface ScannedSource {
  path: string;
  text: string;
  tree: SourceFile;
}
export const RUNTIME_FLOORS: Readonly<Record<string, readonly string[]>>;
export function checkFloors(sources?: readonly ScannedSource[]): string[];
export function refuseImport(from: string, to: string): string | null;
