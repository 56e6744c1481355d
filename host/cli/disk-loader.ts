/** Scripts of the command line: any path of the disk, as the user who started it may read it. */
import { readFileSync, statSync } from 'node:fs';
import type { SourceLoader } from '../../runtime/index.ts';

export const DISK_LOADER: SourceLoader = {
  read(path) {
    if (path.startsWith('<')) return undefined;
    try {
      return readFileSync(path === '' ? '.' : path);
    } catch {
      return undefined;
    }
  },
  isFolder(path) {
    try {
      return statSync(path).isDirectory();
    } catch {
      return false;
    }
  },
};
