/**
 * The levels of state secrets (保密法 art. 14), and work secrets. They are named here because this ledger is kept on a
 * machine without a network; nothing online has a value of these.
 */
export const LEVELS = {
  TOP_SECRET: '绝密',
  SECRET: '机密',
  CONFIDENTIAL: '秘密',
  WORK_SECRET: '工作秘密',
} as const;

/** One of {@link LEVELS}. */
export type Level = keyof typeof LEVELS;

/** Reads a level as it is written in Chinese or in English; null where it is none. */
export function readLevel(text: string): Level | null {
  const names = Object.keys(LEVELS) as Level[];
  const written = text.trim().toUpperCase().replaceAll(/[ -]/g, '_');
  return names.find((name) => name === written || LEVELS[name] === text.trim()) ?? null;
}
