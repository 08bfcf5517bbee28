import { useMemo, useState } from 'react';
import {
  MapCheckpointsDocument,
  type MapCheckpointsQuery,
  MapDivisionsDocument,
  type MapDivisionsQuery,
  MapEventsDocument,
  type MapEventsQuery,
  MapGantriesDocument,
  type MapGantriesQuery,
  MapSegmentsDocument,
  type MapSegmentsQuery,
} from '../../graphql/generated.ts';
import { useSession, useStated } from '../../session/index.ts';
import { lastDays } from '../../time/index.ts';
import type { CheckpointRow, EventRow, GantryRow, SegmentRow } from './rows.ts';
import { type Loaded, useEveryPage } from './use-every-page.ts';

/** The most rows that are asked for, of each kind. */
const MOST = { segment: 50_000, gantry: 4_000, checkpoint: 2_000, event: 10_000, division: 4_000 };
// Agreements bound over how many divisions one answer may gather checkpoints: so few rows cannot be of more.
const CHECKPOINTS_AT_ONCE = 10;
const YEAR_DAYS = 365;

/** Everything that the map shows of one division, or of all. */
export interface RoadMap {
  readonly segment: Loaded<SegmentRow>;
  readonly gantry: Loaded<GantryRow>;
  readonly checkpoint: Loaded<CheckpointRow>;
  /** Those that began within a year. */
  readonly event: Loaded<EventRow>;
  readonly divisions: Loaded<{ readonly code: string; readonly name: string | null }>;
  /** When the page was opened: what is under way is so then. */
  readonly nowMs: number;
  /** Whether a purpose was stated, without which nothing is asked. */
  readonly isAsked: boolean;
}

/** Asks for what the map shows. */
export function useRoadMap(divisionCode: string): RoadMap {
  const [nowMs] = useState(() => Date.now());
  const { purpose } = useStated();
  const isPublic = useSession()?.role === 'public';
  const enabled = isPublic || purpose !== null;
  const filter = useMemo(() => (divisionCode === '' ? {} : { divisionCode }), [divisionCode]);
  const during = useMemo(() => lastDays(YEAR_DAYS, nowMs), [nowMs]);
  const ofEvents = useMemo(() => ({ ...filter, during }), [filter, during]);
  return {
    segment: useEveryPage(
      MapSegmentsDocument,
      { filter },
      { most: MOST.segment, enabled, listOf: segmentsOf },
    ),
    gantry: useEveryPage(MapGantriesDocument, { filter }, { most: MOST.gantry, enabled, listOf: gantriesOf }),
    checkpoint: useEveryPage(
      MapCheckpointsDocument,
      { filter },
      { most: MOST.checkpoint, page: CHECKPOINTS_AT_ONCE, enabled, listOf: checkpointsOf },
    ),
    event: useEveryPage(
      MapEventsDocument,
      { filter: ofEvents },
      { most: MOST.event, enabled, listOf: eventsOf },
    ),
    divisions: useEveryPage(MapDivisionsDocument, {}, { most: MOST.division, enabled, listOf: divisionsOf }),
    nowMs,
    isAsked: enabled,
  };
}

const segmentsOf = (data: MapSegmentsQuery) => data.roadSegments;
const gantriesOf = (data: MapGantriesQuery) => data.gantries;
const checkpointsOf = (data: MapCheckpointsQuery) => data.checkpoints;
const eventsOf = (data: MapEventsQuery) => data.roadEvents;
const divisionsOf = (data: MapDivisionsQuery) => data.adminDivisions;
