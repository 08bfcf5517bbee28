/** A course on the ground: longitude and latitude. */
export type Course = readonly (readonly [lon: number, lat: number])[];

/** The part of a course between two shares of its length, 0 to 1, the lesser one first. */
export function cutCourse(course: Course, fromShare: number, toShare: number): Course {
  const lengths = course.map((place, at) => (at === 0 ? 0 : lengthBetween(course[at - 1]!, place)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const cut: (readonly [number, number])[] = [];
  let walked = 0;
  for (const [at, place] of course.entries()) {
    const length = lengths[at]!;
    const before = course[at - 1];
    for (const share of [fromShare, toShare]) {
      const on = (share * total - walked) / length;
      if (before !== undefined && on > 0 && on < 1) cut.push(between(before, place, on));
    }
    walked += length;
    if (walked >= fromShare * total && walked <= toShare * total) cut.push(place);
  }
  return cut;
}

/** One course out of several that follow each other; places where one ends and the next begins stand there once. */
export function joinCourses(courses: readonly Course[]): Course {
  return courses
    .flat()
    .filter(([lon, lat], at, all) => at === 0 || lon !== all[at - 1]![0] || lat !== all[at - 1]![1]);
}

// In degrees of latitude: a share of a length needs no metres.
function lengthBetween([lon1, lat1]: Course[number], [lon2, lat2]: Course[number]): number {
  return Math.hypot((lon2 - lon1) * Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180), lat2 - lat1);
}

function between([lon1, lat1]: Course[number], [lon2, lat2]: Course[number], on: number): Course[number] {
  return [toSixDecimals(lon1 + (lon2 - lon1) * on), toSixDecimals(lat1 + (lat2 - lat1) * on)];
}

function toSixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
