export { SAMPLE_SEED, generateSample, type SampleOptions } from './generate-sample.ts';
export { HOLIDAY_INSTANT, SAMPLE_PERIOD } from './period.ts';
export { SAMPLE_SIZES, SAMPLE_SIZE_NAMES, type SampleSizeName } from './sample-size.ts';
export type { SampleRecord, SampleStream } from './sample-record.ts';
export {
  HOURLY_PROFILE,
  PASSES_PER_PLATE,
  PLATES_BY_PASSES,
  RECURRING_SHARE,
  VEHICLE_SHARES,
} from './traffic-figures.ts';
