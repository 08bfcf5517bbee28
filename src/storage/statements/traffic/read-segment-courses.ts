import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { text } from '../shapes.ts';

/** Courses of road segments as GeoJSON. $1 segment ids. */
export const readSegmentCourses = defineStatement({
  name: 'traffic.read-segment-courses',
  scoped: false,
  row: z.strictObject({ parent: text, course: z.record(z.string(), z.unknown()) }),
  text: `
select s.id as parent, s.geometry as course
from traffic.road_segment s
where s.id = any($1::text[]) and s.geometry is not null`,
});
