import * as fc from 'fast-check';
import { compileMask, isAnswerOf, outputPattern, type MaskSpec } from '../../../src/masking/index.ts';

const keys = { tokenKey: (domain: string) => new TextEncoder().encode(domain) };

const anySpec: fc.Arbitrary<MaskSpec> = fc.oneof(
  fc.constantFrom<MaskSpec>(
    { fn: 'redact' },
    { fn: 'text.redact' },
    { fn: 'plate.region' },
    { fn: 'plate.tail2', justification: 'compares receipts' },
    { fn: 'token', domain: 'vehicle' },
    { fn: 'idno.region-decade' },
    { fn: 'phone.3' },
    { fn: 'name.surname' },
    { fn: 'time.bucket', d: 'PT15M' },
    { fn: 'time.bucket', d: 'PT1H' },
    { fn: 'time.bucket', d: 'P1D' },
  ),
  fc.constantFrom(2, 4, 6).map((level): MaskSpec => ({ fn: 'geo.admin', level })),
  fc.integer({ min: 100, max: 100_000 }).map((m): MaskSpec => ({ fn: 'geo.grid', m })),
  fc
    .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 100 }))
    .map(([step, count]): MaskSpec => ({ fn: 'number.bucket', step, max: step * count })),
);

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -90, max: 90, noNaN: true });

/** Values that fit some mask, often, and any other JSON value, sometimes. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.stringMatching(/^[蒙黑吉京][A-HJ-NP-Z][A-HJ-NP-Z0-9挂*-]{4,7}$/),
  fc.stringMatching(/^[1-9]\d{16}[\dX]$/),
  fc.stringMatching(/^[1-9]\d{5}$/),
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.stringMatching(/^(欧阳|司马|刘|包)[\u4e00-\u9fa5·]{0,6}\*{0,2}$/),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date(),
  fc.tuple(longitude, latitude).map((coordinates) => ({ type: 'Point', coordinates })),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withNullPrototype: true }),
);

it('a mask answers null, or what its pattern says, and never throws', () => {
  fc.assert(
    fc.property(anySpec, anyValue, (spec, value) => {
      const output = compileMask(spec, keys)(value);
      const pattern = outputPattern(spec);
      if (typeof output === 'string') expect(output).toMatch(pattern!);
      else if (output !== null) expect(['geo.grid', 'number.bucket']).toContain(spec.fn);
    }),
    { numRuns: 3000 },
  );
});

it('a mask answers the same for the same value, however often it is compiled', () => {
  fc.assert(
    fc.property(anySpec, anyValue, (spec, value) => {
      expect(compileMask(spec, keys)(value)).toStrictEqual(compileMask(spec, keys)(value));
    }),
  );
});

it('masking what is masked keeps it as it is; a token of a token still looks like one', () => {
  fc.assert(
    fc.property(anySpec, anyValue, (spec, value) => {
      const mask = compileMask(spec, keys);
      const once = mask(value);
      const twice = mask(once);
      if (spec.fn === 'token' && once !== null) expect(twice).toMatch(outputPattern(spec)!);
      else expect(twice).toStrictEqual(once);
    }),
    { numRuns: 3000 },
  );
});

it('an answer of a mask is known as one, and what it was made from is not', () => {
  fc.assert(
    fc.property(anySpec, anyValue, (spec, value) => {
      const masked = compileMask(spec, keys)(value);
      expect(isAnswerOf(spec)(masked)).toBe(true);
      const looksMasked = masked !== null && JSON.stringify(masked) === JSON.stringify(value);
      if (masked !== null && spec.fn !== 'token') expect(isAnswerOf(spec)(value)).toBe(looksMasked);
      if (masked === null && value != null && typeof value !== 'string')
        expect(isAnswerOf(spec)(value)).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

it('a grid never moves a point farther than the diagonal of its cell', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 100_000 }),
      fc.double({ min: 70, max: 140, noNaN: true }),
      fc.double({ min: 3, max: 54, noNaN: true }),
      (m, lon, lat) => {
        const answer = compileMask({ fn: 'geo.grid', m }, keys)({ type: 'Point', coordinates: [lon, lat] });
        const [cellLon, cellLat] = (answer as { coordinates: [number, number] }).coordinates;
        const metres = 111_320;
        const north = (cellLat - lat) * metres;
        const east = (cellLon - lon) * metres * Math.cos((cellLat * Math.PI) / 180);
        expect(Math.hypot(north, east)).toBeLessThanOrEqual((m * Math.SQRT2) / 2 + 1);
      },
    ),
  );
});

it('a bucket of numbers never exceeds the value nor the top', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, noNaN: true }), (value) => {
      const answer = compileMask({ fn: 'number.bucket', step: 1000, max: 50_000 }, keys)(value) as number;
      expect(answer).toBeLessThanOrEqual(Math.min(value, 50_000));
      expect(answer % 1000).toBe(0);
    }),
  );
});

it('two plates of one region look alike, so a masked plate names no vehicle', () => {
  const mask = compileMask({ fn: 'plate.region' }, keys);
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-HJ-NP-Z0-9]{5}$/),
      fc.stringMatching(/^[A-HJ-NP-Z0-9]{5}$/),
      (one, other) => {
        expect(mask(`蒙E${one}`)).toBe(mask(`蒙E${other}`));
      },
    ),
  );
});

/** Two digits, mostly of a calendar's range. */
const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
const instantText = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1995, max: 2030 }), fc.nat(9_999)),
    two(13),
    two(32),
    two(24),
    two(60),
    two(60),
    fc.constantFrom('', '.5', '.123456789'),
    fc.constantFrom('Z', '+08:00', '-00:30', '+23:59', '-12:00', '+24:00', ''),
  )
  .map(([year, month, day, hour, minute, second, fraction, offset]) => {
    const date = `${String(year).padStart(4, '0')}-${month}-${day}`;
    return `${date}T${hour}:${minute}:${second}${fraction}${offset}`;
  });

it('a time’s bucket is the one that its instant lies in, and no text that is no instant has one', () => {
  const minutes = { PT15M: 15, PT1H: 60, P1D: 1_440 } as const;
  fc.assert(
    fc.property(instantText, fc.constantFrom('PT15M', 'PT1H', 'P1D'), (text, d) => {
      const answer = compileMask({ fn: 'time.bucket', d }, keys)(text);
      const clock = text.slice(0, 19);
      const asWritten = new Date(`${clock}Z`);
      const isReal = !Number.isNaN(asWritten.getTime()) && asWritten.toISOString().startsWith(clock);
      const instantMs = isReal && /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
      const localMs = instantMs + 8 * 3_600_000;
      const isWritten = localMs >= Date.UTC(1000, 0, 1) && localMs < Date.UTC(10_000, 0, 1);
      if (!isWritten) {
        expect(answer).toBeNull();
        return;
      }
      expect(answer).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$/);
      const sinceMs = instantMs - Date.parse(answer as string);
      expect(sinceMs).toBeGreaterThanOrEqual(0);
      expect(sinceMs).toBeLessThan(minutes[d] * 60_000);
      expect((Date.parse(answer as string) + 8 * 3_600_000) % (minutes[d] * 60_000) === 0).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
