/** CPython on the same machine. */
import { DRIVERS_FOLDER, PROGRAMS_FOLDER } from '../folders.ts';
import type { PeerKind } from './peer.ts';

/** @param command `python3`, or the path of another one. */
export function cpython(command: string): PeerKind {
  return { name: 'CPython', command, args: ['-B', `${DRIVERS_FOLDER}cpython_driver.py`, PROGRAMS_FOLDER] };
}
