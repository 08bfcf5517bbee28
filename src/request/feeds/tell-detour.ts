import { type Course, cutCourse, joinCourses } from './cut-course.ts';
import type { PublicDetour } from './public-document.ts';

/** The way around an event, as travellers are told of it. */
export interface ToldDetour {
  /** Numbers of its roads, in the order of travel. */
  readonly roadNames: readonly string[];
  readonly inWords: string;
  /** Null where the register does not know all of its course. */
  readonly course: Course | null;
}

/**
 * The detour as travellers are told of it; null where something closes it, and where it is told in words only: what a
 * reporter wrote stays inside, so its words are made of its stakes.
 */
export function tellDetour(detour: PublicDetour | null): ToldDetour | null {
  if (detour === null || detour.legs.length === 0 || detour.isOpen === false) return null;
  const { legs } = detour;
  const courses = legs.map(courseOf);
  return {
    roadNames: [...new Set(legs.map(({ roadCode }) => roadCode))],
    inWords: `绕行：${legs.map(({ roadCode, fromStakeM, toStakeM }) => `${roadCode} ${stake(fromStakeM)}—${stake(toStakeM)}`).join('，')}`,
    course:
      detour.isOpen === true && courses.every((course) => course !== null) ? joinCourses(courses) : null,
  };
}

type Leg = PublicDetour['legs'][number];

/** The course of one stretch, in the direction of travel; null where that of one of its segments is not known. */
function courseOf({ fromStakeM, toStakeM, segments }: Leg): Course | null {
  const [low, high] = [Math.min(fromStakeM, toStakeM), Math.max(fromStakeM, toStakeM)];
  const parts: Course[] = [];
  for (const { startStakeM, endStakeM, geometry } of segments) {
    if (startStakeM === null || endStakeM === null || geometry === null) return null;
    const shareAt = (stakeM: number): number => (stakeM - startStakeM) / (endStakeM - startStakeM);
    const course = geometry.coordinates.map(([lon, lat]) => [lon, lat] as const);
    const part = cutCourse(course, Math.max(0, shareAt(low)), Math.min(1, shareAt(high)));
    // Courses run towards higher stakes.
    parts.push(fromStakeM < toStakeM ? part : part.toReversed());
  }
  const whole = joinCourses(parts);
  return whole.length < 2 ? null : whole;
}

function stake(metres: number): string {
  return `K${Math.floor(metres / 1_000)}+${String(metres % 1_000).padStart(3, '0')}`;
}
