const SPAN = {
  start_date: '2026-03-01T00:00:00Z',
  end_date: '2026-03-10T00:00:00Z',
  is_start_date_verified: true,
  is_end_date_verified: false,
};
const DETAILS = { data_source_id: 'ROADS', road_names: ['S202', '海拉尔至罕达盖公路'], direction: 'unknown' };
const geometry = {
  type: 'LineString',
  coordinates: [
    [119.7, 49.2],
    [119.8, 49.3],
  ],
};

/** A work zone of WZDx 4.2; `change` replaces properties. */
export function workZone(id: string, change: object = {}, details: object = {}): object {
  return {
    id,
    type: 'Feature',
    properties: {
      core_details: { event_type: 'work-zone', ...DETAILS, ...details },
      ...SPAN,
      is_start_position_verified: false,
      is_end_position_verified: false,
      location_method: 'unknown',
      vehicle_impact: 'some-lanes-closed-merge-left',
      types_of_work: [{ type_name: 'surface-work' }],
      ...change,
    },
    geometry,
  };
}

/** The way around a work zone. */
export function detourOf(id: string | null, details: object = {}): object {
  return {
    id: `${id ?? 'lone'}-detour`,
    type: 'Feature',
    properties: {
      core_details: {
        event_type: 'detour',
        ...DETAILS,
        road_names: ['G331', 'S201'],
        ...(id !== null && { related_road_events: [{ type: 'related-work-zone', id }] }),
        ...details,
      },
      ...SPAN,
    },
    geometry,
  };
}

/** A WorkZoneFeed of WZDx 4.2. */
export function wzdxFeedOf(...features: readonly object[]): object {
  return {
    feed_info: {
      publisher: '养护中心',
      version: '4.2',
      update_date: '2026-03-01T08:00:00Z',
      data_sources: [{ data_source_id: 'ROADS', organization_name: '养护中心' }],
    },
    type: 'FeatureCollection',
    features,
  };
}
