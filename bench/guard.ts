import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanText } from '../src/classification/index.ts';
import { HOSTILE_SEEDS, repeatSeed, wrapInBase64 } from '../test/rules/classification/hostile-texts.ts';

/** A megabyte is a million bytes of UTF-8. */
const MEGABYTE = 1_000_000;
const RUNS = 7;

/** Megabytes of clean Chinese text a second on one core, at least. */
const LEAST_RATE = 50;
/** Milliseconds of CPU for a hostile megabyte, below which the median has to be. */
const HOSTILE_MS = 50;

/** What one run of the bench measured, in CPU time of this process alone: medians. */
interface GuardFigures {
  /** Clean Chinese text, in megabytes a second: as short lines, and whole. Null where there is none to read. */
  readonly cleanMbPerSecond: Readonly<Record<string, number | null>>;
  /** The slowest texts of one megabyte, in milliseconds. */
  readonly slowestMs: readonly { readonly text: string; readonly ms: number }[];
  readonly hostileTexts: number;
  /** Bars that were not reached, in words. */
  readonly missed: readonly string[];
}

/** How fast the guard reads clean text, and what a hostile megabyte costs. */
export function run(): Promise<GuardFigures> {
  const report = Array.from(
    { length: 20_000 },
    (_, i) => `今日辖区道路通行正常，未发生交通拥堵，各卡口设备运行良好，值守人员按时交接。第${i}号`,
  );
  const law = readLaw()?.filter((text) => scanText(text).verdict === 'pass') ?? null;
  const cleanMbPerSecond = {
    'traffic reports, line by line': rateOf(report),
    'traffic reports, one text': rateOf([report.join('\n')]),
    'law, article by article': law === null ? null : rateOf(law),
    'law, one text': law === null ? null : rateOf([law.join('\n').repeat(5)]),
  };
  const measured = hostileTexts()
    .map(([text, content]) => ({ text, ms: medianMs(() => scanText(content)) }))
    .toSorted((a, b) => b.ms - a.ms);
  const slowestMs = measured.slice(0, 8);
  if (law === null) console.log('law is left out: there is no ../shared/data/zh-law-text');
  console.log('clean Chinese text, MB/s:', cleanMbPerSecond);
  console.log(
    `slowest of ${measured.length} hostile texts of 1 MB (1,000,000 bytes of UTF-8), ms:`,
    slowestMs,
  );
  const missed = [
    ...Object.entries(cleanMbPerSecond)
      .filter(([, rate]) => rate !== null && rate < LEAST_RATE)
      .map(([text, rate]) => `${text}: ${rate} MB/s, at least ${LEAST_RATE} are wanted`),
    ...measured
      .filter(({ ms }) => ms >= HOSTILE_MS)
      .map(({ text, ms }) => `${text}: ${ms} ms for 1 MB, less than ${HOSTILE_MS} are wanted`),
  ];
  return Promise.resolve({ cleanMbPerSecond, slowestMs, hostileTexts: measured.length, missed });
}

function hostileTexts(): (readonly [name: string, content: string])[] {
  return HOSTILE_SEEDS.flatMap((seed) =>
    [0, 1, 3].map((times) => {
      // Base64 is as many bytes as characters; other texts end with a whole seed.
      const content = wrapInBase64(repeatSeed(seed, MEGABYTE), times);
      const whole = times === 0 ? content : content.slice(0, MEGABYTE);
      return [`${JSON.stringify(seed)}, encoded ${times} times`, whole] as const;
    }),
  );
}

function readLaw(): string[] | null {
  const path = join('..', 'shared', 'data', 'zh-law-text', 'articles.jsonl');
  if (!existsSync(path)) return null;
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  return rows.map((row) => (JSON.parse(row) as { text: string }).text);
}

function rateOf(texts: readonly string[]): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const ms = medianMs(() => texts.forEach((text) => scanText(text)));
  return Math.round(bytes / 1000 / ms);
}

function medianMs(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const median = runs.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0;
  return Math.round(median * 10) / 10;
}
