import * as z from 'zod';
import { sha256Hex } from '../../base/index.ts';

/** What the feeds ask, as anybody could ask it. */
const TEXT = `query PublicTravelInformation($after: String) {
  roadEvents(first: 200, after: $after, orderBy: ID_ASC, filter: { statuses: [PLANNED, PENDING, ACTIVE] }) {
    nodes {
      id
      eventKind
      cause
      status
      roadCode
      roadName
      geometry
      direction
      vehicleImpact
      surfaceCondition
      informationStatus
      validFrom
      validTo
      segment {
        roadName
        geometry
      }
      detour {
        isOpen
        legs {
          roadCode
          fromStakeM
          toStakeM
          segments {
            startStakeM
            endStakeM
            geometry
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`;

/** The document of the feeds. It is Lukou's own, so it is answered where only published documents are. */
export const PUBLIC_DOCUMENT = { text: TEXT, sha256: sha256Hex(TEXT) };

const line = z.object({
  type: z.literal('LineString'),
  coordinates: z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(2),
});

const detour = z.object({
  isOpen: z.boolean().nullable(),
  legs: z.array(
    z.object({
      roadCode: z.string(),
      fromStakeM: z.int(),
      toStakeM: z.int(),
      segments: z.array(
        z.object({
          startStakeM: z.int().nullable(),
          endStakeM: z.int().nullable(),
          geometry: line.nullable().catch(null),
        }),
      ),
    }),
  ),
});

/** The way around a road event, as the public sees it. */
export type PublicDetour = z.infer<typeof detour>;

const publicEvent = z.object({
  id: z.string(),
  eventKind: z.string().nullable(),
  cause: z.string().nullable(),
  status: z.string().nullable(),
  roadCode: z.string().nullable(),
  roadName: z.string().nullable(),
  geometry: line.nullable().catch(null),
  direction: z.string().nullable(),
  vehicleImpact: z.string().nullable(),
  surfaceCondition: z.string().nullable(),
  informationStatus: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  segment: z.object({ roadName: z.string().nullable(), geometry: line.nullable().catch(null) }).nullable(),
  detour: detour.nullable(),
});

/** A road event as the public sees it. What no agreement opens to the public is null. */
export type PublicEvent = z.infer<typeof publicEvent>;

/** One page of the answer. */
export const publicPage = z.object({
  nodes: z.array(publicEvent),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
