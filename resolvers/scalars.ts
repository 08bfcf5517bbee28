import { AdminDivisionCode } from './scalars/admin-division-code.ts';
import { DateTime } from './scalars/date-time.ts';
import { GeoJSON } from './scalars/geo-json.ts';
import { PlateNo } from './scalars/plate-no.ts';
import { RoadCode } from './scalars/road-code.ts';
import { StakeMark } from './scalars/stake-mark.ts';

export { pointAt } from './scalars/geo-json.ts';

/** Every scalar of schema/directives.graphql, by name. */
export const scalars = { AdminDivisionCode, DateTime, GeoJSON, PlateNo, RoadCode, StakeMark };
