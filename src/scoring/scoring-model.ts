import { z } from 'zod';
import { canonicalJson, sha256Hex } from '../base/index.ts';
import { INCIDENT_KINDS, RELATIONSHIPS } from './incident.ts';

/** Levels of warnings, the gravest first. */
export const WARNING_LEVELS = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;

/** Who acts on a warning. */
export const JOINT_UNITS = ['POLICE_STATION', 'JUDICIAL_OFFICE', 'WOMENS_FEDERATION'] as const;

const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'write capitals, digits and _, at most 64');

const factor = z.strictObject({
  code,
  /** Days before the instant of the score; a call exactly so old is out. */
  windowDays: z.int().min(1).max(3_660),
  /** Points for each call. Never below one, so that no call lowers a score. */
  weight: z.int().min(1).max(1_000),
  /** How many calls count at most. */
  most: z.int().min(1).max(1_000),
  /** Which calls; all of these must hold. */
  where: z
    .strictObject({
      physicalConflict: z.literal(true).optional(),
      warningLetter: z.literal(true).optional(),
      relationships: z.array(z.enum(RELATIONSHIPS)).min(1).optional(),
    })
    .default({}),
});

const level = z.strictObject({
  level: z.enum(WARNING_LEVELS),
  from: z.int().min(1).max(1_000_000),
  jointUnits: z.array(z.enum(JOINT_UNITS)).min(1),
});

const form = z
  .strictObject({
    model: code,
    version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'write three numbers: 1.0.0'),
    description: z.string().min(1).max(500),
    source: z.string().min(1).max(500),
    about: z.array(z.enum(INCIDENT_KINDS)).min(1),
    factors: z.array(factor).min(1).max(50),
    levels: z.array(level).min(1),
  })
  .refine(({ factors }) => areDistinct(factors.map((each) => each.code)), {
    path: ['factors'],
    message: 'name each code once',
  })
  .refine(({ levels }) => areDistinct(levels.map((each) => each.level)) && isGravestFirst(levels), {
    path: ['levels'],
    message: 'write each level once, the gravest first, and from fewer points each',
  });

/** One factor of a model. */
export type Factor = z.infer<typeof factor>;

/** A scoring model: versioned, and never changed once a warning names its version. */
export interface ScoringModel extends Readonly<z.infer<typeof form>> {
  /** SHA-256 of its canonical JSON: of what it says, not of how the file is laid out. */
  readonly sha256: string;
}

/** Why a model cannot be used, one sentence for each key at fault. */
export interface ModelProblems {
  readonly problems: readonly string[];
}

/** Reads a model from what its file holds; unknown keys refuse. */
export function readScoringModel(document: unknown): ScoringModel | ModelProblems {
  const read = form.safeParse(document);
  if (read.success) return { ...read.data, sha256: sha256Hex(canonicalJson(read.data)) };
  return {
    problems: read.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || 'the file'}: ${message}`,
    ),
  };
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function isGravestFirst(levels: readonly z.infer<typeof level>[]): boolean {
  return levels.every((each, at) => {
    const graver = levels[at - 1];
    return (
      graver === undefined ||
      (graver.from > each.from && WARNING_LEVELS.indexOf(graver.level) < WARNING_LEVELS.indexOf(each.level))
    );
  });
}
