import * as z from 'zod';

// The schemas of WZDx 4.2 (github.com/usdot-jpo-ode/wzdx, schemas/4.2: WorkZoneFeed, FeedInfo, RoadEventFeature), said in zod,
// member by member, but for members that are marked as deprecated there; and stricter, as no other member is allowed.
const utc = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
  z.strictObject({ type: z.literal('MultiPoint'), coordinates: z.array(position) }),
]);
const box = z.array(z.number()).min(4);

const source = {
  contact_name: z.string().optional(),
  contact_email: z.email().optional(),
  update_frequency: z.int().min(1).optional(),
};
const feedInfo = z.strictObject({
  ...source,
  publisher: z.string(),
  version: z.literal('4.2'),
  update_date: utc,
  license: z.literal('https://creativecommons.org/publicdomain/zero/1.0/').optional(),
  data_sources: z
    .array(
      z.strictObject({
        ...source,
        data_source_id: z.string(),
        organization_name: z.string(),
        update_date: utc.optional(),
      }),
    )
    .min(1),
});

const restriction = z
  .strictObject({
    type: z.enum([
      'no-trucks',
      'travel-peak-hours-only',
      'hov-3',
      'hov-2',
      'no-parking',
      'reduced-width',
      'reduced-height',
      'reduced-length',
      'reduced-weight',
      'axle-load-limit',
      'gross-weight-limit',
      'towing-prohibited',
      'permitted-oversize-loads-prohibited',
      'local-access-only',
      'no-passing',
    ]),
    value: z.number().optional(),
    unit: z.enum(['feet', 'inches', 'centimeters', 'pounds', 'tons', 'kilograms']).optional(),
  })
  .refine(({ value, unit }) => value === undefined || unit !== undefined, 'a value needs a unit');

const lane = z.strictObject({
  order: z.int().min(1),
  status: z.enum([
    'open',
    'closed',
    'shift-left',
    'shift-right',
    'merge-left',
    'merge-right',
    'alternating-flow',
  ]),
  type: z.enum([
    'general',
    'exit-lane',
    'exit-ramp',
    'entrance-lane',
    'entrance-ramp',
    'sidewalk',
    'bike-lane',
    'shoulder',
    'parking',
    'median',
    'two-way-center-turn-lane',
    'center-left-turn-lane',
  ]),
  restrictions: z.array(restriction).optional(),
});

const coreDetails = {
  data_source_id: z.string(),
  road_names: z.array(z.string()).min(1),
  direction: z.enum([
    'northbound',
    'eastbound',
    'southbound',
    'westbound',
    'undefined',
    'unknown',
    'inner-loop',
    'outer-loop',
  ]),
  related_road_events: z
    .array(
      z.strictObject({
        type: z.enum([
          'first-in-sequence',
          'next-in-sequence',
          'first-occurrence',
          'next-occurrence',
          'related-work-zone',
          'related-detour',
          'planned-moving-operation',
          'active-moving-operation',
        ]),
        id: z.string(),
      }),
    )
    .optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  creation_date: utc.optional(),
  update_date: utc.optional(),
};

const roadEvent = {
  beginning_cross_street: z.string().optional(),
  ending_cross_street: z.string().optional(),
  beginning_milepost: z.number().min(0).optional(),
  ending_milepost: z.number().min(0).optional(),
  start_date: utc,
  end_date: utc,
  is_start_date_verified: z.boolean(),
  is_end_date_verified: z.boolean(),
};

const workZone = z.strictObject({
  core_details: z.strictObject({ event_type: z.literal('work-zone'), ...coreDetails }),
  ...roadEvent,
  is_start_position_verified: z.boolean(),
  is_end_position_verified: z.boolean(),
  location_method: z.enum(['channel-device-method', 'sign-method', 'junction-method', 'other', 'unknown']),
  vehicle_impact: z.enum([
    'all-lanes-closed',
    'some-lanes-closed',
    'all-lanes-open',
    'alternating-one-way',
    'some-lanes-closed-merge-left',
    'some-lanes-closed-merge-right',
    'all-lanes-open-shift-left',
    'all-lanes-open-shift-right',
    'some-lanes-closed-split',
    'flagging',
    'temporary-traffic-signal',
    'unknown',
  ]),
  reduced_speed_limit_kph: z.number().min(0).optional(),
  restrictions: z.array(restriction).optional(),
  types_of_work: z
    .array(
      z.strictObject({
        type_name: z.enum([
          'maintenance',
          'minor-road-defect-repair',
          'roadside-work',
          'overhead-work',
          'below-road-work',
          'barrier-work',
          'surface-work',
          'painting',
          'roadway-relocation',
          'roadway-creation',
        ]),
        is_architectural_change: z.boolean().optional(),
      }),
    )
    .optional(),
  lanes: z.array(lane).optional(),
});

const detour = z.strictObject({
  core_details: z.strictObject({ event_type: z.literal('detour'), ...coreDetails }),
  ...roadEvent,
});

/** A WorkZoneFeed of WZDx 4.2. */
export const wzdxFeed = z
  .strictObject({
    feed_info: feedInfo,
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.strictObject({
        id: z.string(),
        type: z.literal('Feature'),
        properties: z.union([workZone, detour]),
        geometry,
        bbox: box.optional(),
      }),
    ),
    bbox: box.optional(),
  })
  .refine(
    ({ features }) => new Set(features.map(({ id }) => id)).size === features.length,
    'an id stands for one road event',
  );

// After developers.google.com/waze/data-feed/cifs-specification; POLICE and CHIT_CHAT are not ours to say.
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);

/** A feed after CIFS, in JSON, of the elements that we have. */
export const cifsFeed = z.strictObject({
  incidents: z.array(
    z.strictObject({
      incident: z.strictObject({
        id: z.string().min(1),
        type: z.enum(['ROAD_CLOSED', 'ACCIDENT', 'HAZARD', 'JAM']),
        subtype: z.string().optional(),
        polyline: z.string().regex(/^-?\d+\.\d{6} -?\d+\.\d{6}(?: -?\d+\.\d{6} -?\d+\.\d{6})+$/),
        direction: z.enum(['BOTH_DIRECTIONS', 'ONE_DIRECTION']),
        street: z.string().min(1),
        description: z.string().min(1).optional(),
        starttime: instant,
        endtime: instant.optional(),
      }),
    }),
  ),
});
