/** Tables of ratios: for the terminal, and as files in `results/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { RESULTS_FOLDER } from './folders.ts';
import type { Series } from './harness.ts';

export interface Row {
  readonly program: string;
  /** Best of all rounds. */
  readonly oursMs: number;
  /** NaN without the peer. */
  readonly theirsMs: number;
  /** Ours / theirs: below 1 is faster than the peer. */
  readonly ratio: number;
  /** How much slower our median round was than our best, as a fraction. */
  readonly spread: number;
  readonly oursColdMs: number;
  readonly theirsColdMs: number;
  /** Our first run in a fresh process / the peer's best. */
  readonly coldRatio: number;
}

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly target: string;
  readonly peer: string | null;
  readonly rounds: number;
  readonly rows: readonly Row[];
  readonly geometricMean: number;
  readonly coldGeometricMean: number;
}

export interface Circumstances {
  readonly target: string;
  /** Name and version; null if there was none. */
  readonly peer: string | null;
  readonly rounds: number;
}

/** Compares the series of `ours` with those of the other peer, if any. */
export function makeReport(series: readonly Series[], ours: string, circumstances: Circumstances): Report {
  const rows = series.filter((one) => one.peer === ours).map((mine) => compare(mine, series));
  return {
    date: new Date().toISOString(),
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${process.platform} ${process.arch}`,
    node: process.version,
    ...circumstances,
    rows,
    geometricMean: geometricMean(rows.map((row) => row.ratio)),
    coldGeometricMean: geometricMean(rows.map((row) => row.coldRatio)),
  };
}

function compare(mine: Series, all: readonly Series[]): Row {
  const other = all.find((one) => one.peer !== mine.peer && one.program === mine.program);
  const oursMs = Math.min(...mine.roundsMs);
  const theirsMs = other === undefined ? Number.NaN : Math.min(...other.roundsMs);
  return {
    program: mine.program,
    oursMs,
    theirsMs,
    ratio: oursMs / theirsMs,
    spread: median(mine.roundsMs) / oursMs - 1,
    oursColdMs: mine.coldMs,
    theirsColdMs: other?.coldMs ?? Number.NaN,
    coldRatio: mine.coldMs / theirsMs,
  };
}

/** NaN if any of the values is. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const HEADINGS = [
  'program',
  'ours ms',
  'CPython ms',
  'ratio',
  'spread',
  'cold ms',
  'CPython cold',
  'cold / warm CPython',
];

function cells(row: Row): string[] {
  return [
    row.program.replace(/^bm_/, ''),
    ms(row.oursMs),
    ms(row.theirsMs),
    times(row.ratio),
    `${(row.spread * 100).toFixed(0)} %`,
    ms(row.oursColdMs),
    ms(row.theirsColdMs),
    times(row.coldRatio),
  ];
}

function meanCells(report: Report): string[] {
  return ['geometric mean', '', '', times(report.geometricMean), '', '', '', times(report.coldGeometricMean)];
}

const ms = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2));
const times = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2));

/** Aligned columns for a terminal or a log. */
export function toText(report: Report): string {
  const table = [HEADINGS, ...report.rows.map(cells), meanCells(report)];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const lines = table.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
  );
  return `${lines.join('\n')}\n`;
}

function toMarkdown(report: Report): string {
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`;
  return [
    '# Micro workloads',
    '',
    `${report.peer ?? 'CPython missing'} against stackless on Node ${report.node}, target ${report.target}, best of ${report.rounds} rounds.`,
    `${report.machine}, ${report.date}. Method: [README](../README.md). Written by \`npm run bench\`.`,
    '',
    "**ratio** is our time / CPython's time in the same run: below 1 we are faster.",
    '',
    line(HEADINGS),
    line(HEADINGS.map((_, column) => (column === 0 ? '---' : '--:'))),
    ...report.rows.map((row) => line(cells(row))),
    line(meanCells(report).map((cell) => (cell === '' ? '' : `**${cell}**`))),
    '',
  ].join('\n');
}

/** Writes NAME.json and NAME.md; returns their paths. */
export function writeReport(report: Report, name: string): string[] {
  mkdirSync(RESULTS_FOLDER, { recursive: true });
  const paths = [`${RESULTS_FOLDER}${name}.json`, `${RESULTS_FOLDER}${name}.md`];
  writeFileSync(paths[0], `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(paths[1], toMarkdown(report));
  return paths;
}
