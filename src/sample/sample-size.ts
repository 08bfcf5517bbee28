/** Names of the sizes that the sample comes in. */
export const SAMPLE_SIZE_NAMES = ['small', 'medium', 'large'] as const;

/** One of {@link SAMPLE_SIZE_NAMES}. */
export type SampleSizeName = (typeof SAMPLE_SIZE_NAMES)[number];

/** How much of each kind a size holds. Roads, gantries and checkpoints are the same in all. */
export interface SampleSize {
  /** Passages at checkpoints; gantries get their share of the same traffic. */
  readonly checkpointPassages: number;
  /** Vehicles that exist: a prime number, so that a day's walk through them meets each at most once. */
  readonly vehicles: number;
  /** Stations that count every hour of the winter. */
  readonly continuousStations: number;
  readonly violations: number;
  readonly accidents: number;
  /** A multiple of 1,000, so that the shares of the dispute kinds are exact. */
  readonly mediationCases: number;
  readonly warnings: number;
}

/** The sizes: about 0.3, 7.9 and 149 million rows. */
export const SAMPLE_SIZES: Readonly<Record<SampleSizeName, SampleSize>> = {
  small: {
    checkpointPassages: 150_000,
    vehicles: 40_009,
    continuousStations: 5,
    violations: 2_500,
    accidents: 600,
    mediationCases: 2_000,
    warnings: 150,
  },
  medium: {
    checkpointPassages: 5_000_000,
    vehicles: 400_009,
    continuousStations: 30,
    violations: 25_000,
    accidents: 3_000,
    mediationCases: 10_000,
    warnings: 750,
  },
  large: {
    checkpointPassages: 100_000_000,
    vehicles: 3_000_017,
    continuousStations: 60,
    violations: 250_000,
    accidents: 15_000,
    mediationCases: 50_000,
    warnings: 3_750,
  },
};
