/**
 * Scripts from a folder of the disk (Node). Confined to that folder: a path that leads out of it, by `..` or by a symbolic link, is as good as
 * missing, so a script's `sys.path` cannot reach the rest of the disk.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { SourceLoader } from '../../runtime/index.ts';
import { HostError } from '../host-error.ts';
import { normalizePath } from './loader.ts';

/** Makes a loader of `folder`. Throws HostError ERR_STACKLESS_NO_FILE if there is no such folder. */
export function nodeFolderLoader(folder: string): SourceLoader {
  let root: string;
  try {
    root = realpathSync(folder);
    if (!statSync(root).isDirectory()) throw new Error('not a folder');
  } catch {
    throw new HostError('ERR_STACKLESS_NO_FILE', `nodeFolderLoader: there is no folder '${folder}'.`);
  }
  const given = resolve(folder);
  const inside = root.endsWith(sep) ? root : root + sep;

  /** The real path of an existing file or folder inside the root; null for everything else. */
  function locate(path: string): string | null {
    if (path.includes('\0')) return null;
    let wanted = path;
    for (const prefix of [given, root]) {
      if (wanted === prefix) wanted = '';
      else if (wanted.startsWith(prefix + sep)) wanted = wanted.slice(prefix.length + 1);
    }
    const relative = normalizePath(wanted);
    if (relative === null) return null;
    try {
      const real = realpathSync(join(root, relative));
      return real === root || real.startsWith(inside) ? real : null;
    } catch {
      return null;
    }
  }

  return {
    read(path) {
      const real = locate(path);
      if (real === null) return undefined;
      try {
        return readFileSync(real);
      } catch {
        return undefined;
      }
    },
    isFolder(path) {
      const real = locate(path);
      return real !== null && statSync(real).isDirectory();
    },
  };
}
