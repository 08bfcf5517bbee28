import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanText } from '../src/classification/index.ts';
import { HOSTILE_SEEDS, repeatSeed, wrapInBase64 } from '../test/rules/classification/hostile-texts.ts';

const MEGABYTE = 1 << 20;
const RUNS = 8;

/** What one run of the bench measured, in CPU time of this process alone. */
interface GuardFigures {
  /** Clean Chinese text, in megabytes a second: as short lines, and whole. Null where there is none to read. */
  readonly cleanMbPerSecond: Readonly<Record<string, number | null>>;
  /** The slowest texts of one megabyte, in milliseconds; the best of several runs. */
  readonly slowestMs: readonly { readonly text: string; readonly ms: number }[];
  readonly hostileTexts: number;
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
  const hostile = hostileTexts();
  const slowestMs = hostile
    .map(([text, content]) => ({ text, ms: bestMs(() => scanText(content)) }))
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 8);
  console.log('clean Chinese text, MB/s:', cleanMbPerSecond);
  console.log(`slowest of ${hostile.length} hostile texts of 1 MB, ms:`, slowestMs);
  return Promise.resolve({ cleanMbPerSecond, slowestMs, hostileTexts: hostile.length });
}

function hostileTexts(): (readonly [name: string, content: string])[] {
  return HOSTILE_SEEDS.flatMap((seed) =>
    [0, 1, 3].map((times) => {
      const content = wrapInBase64(repeatSeed(seed, MEGABYTE), times).slice(0, MEGABYTE);
      return [`${JSON.stringify(seed)}, encoded ${times} times`, content] as const;
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
  const ms = bestMs(() => texts.forEach((text) => scanText(text)));
  return Math.round(bytes / 1000 / ms);
}

function bestMs(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.round(Math.min(...runs) * 10) / 10;
}
