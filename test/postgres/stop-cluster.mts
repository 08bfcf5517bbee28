import { running } from './running.ts';

/** Ends the run's database server and removes its folder. */
export default async function stopCluster(): Promise<void> {
  await running.stop();
}
