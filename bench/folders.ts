/** Where the bench keeps its files. Right from `dist/bench/run.js` and from a development bundle in `dist/dev/`. */
import { fileURLToPath } from 'node:url';

const BENCH_FOLDER = fileURLToPath(new URL('../../bench/', import.meta.url));

export const PROGRAMS_FOLDER = `${BENCH_FOLDER}programs/`;
/** measure.py and the drivers that use it. */
export const DRIVERS_FOLDER = `${BENCH_FOLDER}peers/`;
export const RESULTS_FOLDER = `${BENCH_FOLDER}results/`;
