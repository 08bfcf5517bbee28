import type { MaskKind } from './mask-kind.ts';
import type { SpecOf } from './mask-spec.ts';

const METRES_PER_DEGREE = 111_320;
const NARROWEST_PARALLEL = 0.01;
const DECIMALS = 1e6;

/**
 * `geo.grid(m)`: the centre of the cell that a point lies in. Cells are fixed on the globe, so that asking often, or
 * asking about neighbours, narrows nothing. Only Points fit: a course of several points would show its shape.
 */
export const geoGrid: MaskKind<SpecOf<'geo.grid'>> = {
  scalars: ['GeoJSON'],
  describe: ({ m }) => String(m),
  compile: ({ m }) => {
    const latitudeStep = m / METRES_PER_DEGREE;
    return (value) => {
      const place = readPoint(value);
      if (place === null) return null;
      const latitude = centreOf(place.latitude, latitudeStep);
      const shrink = Math.max(Math.cos((latitude * Math.PI) / 180), NARROWEST_PARALLEL);
      const longitude = centreOf(place.longitude, latitudeStep / shrink);
      return { type: 'Point', coordinates: [settle(longitude, 180), settle(latitude, 90)] };
    };
  },
  pattern: () => null,
};

/** `geo.admin(level)`: a division's code cut to province (2), prefecture (4) or county (6), zeros behind. */
export const geoAdmin: MaskKind<SpecOf<'geo.admin'>> = {
  scalars: ['AdminDivisionCode'],
  describe: ({ level }) => String(level),
  compile:
    ({ level }) =>
    (value) =>
      typeof value === 'string' && /^[1-9]\d{5}$/.test(value) ? value.slice(0, level).padEnd(6, '0') : null,
  pattern: ({ level }) => new RegExp(`^[1-9]\\d{${level - 1}}0{${6 - level}}$`),
};

function readPoint(value: unknown): { longitude: number; latitude: number } | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('coordinates' in value))
    return null;
  const { type, coordinates } = value;
  if (type !== 'Point' || !Array.isArray(coordinates) || coordinates.length < 2) return null;
  const [longitude, latitude] = coordinates as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 90) ? { longitude, latitude } : null;
}

function isWithin(degrees: unknown, limit: number): degrees is number {
  return typeof degrees === 'number' && Math.abs(degrees) <= limit;
}

function centreOf(degrees: number, step: number): number {
  return (Math.floor(degrees / step) + 0.5) * step;
}

function settle(degrees: number, limit: number): number {
  return Math.round(Math.min(Math.max(degrees, -limit), limit) * DECIMALS) / DECIMALS;
}
