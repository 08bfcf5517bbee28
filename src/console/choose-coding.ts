import type { ConsoleFile } from './read-console-files.ts';

const CODINGS = ['br', 'gzip'] as const;

/** The best coding that a file has and the client takes; null for the file as it is. */
export function chooseCoding(
  acceptEncoding: string | undefined,
  file: ConsoleFile,
): (typeof CODINGS)[number] | null {
  const weights = new Map(
    (acceptEncoding ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1);
      return [name, weight] as const;
    }),
  );
  const takes = (coding: string): boolean => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
  return CODINGS.find((coding) => file[coding] !== undefined && takes(coding)) ?? null;
}
