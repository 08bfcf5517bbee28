import { scanText } from '../classification/index.ts';

/** Whether a column is a secrecy label by its name: the guard then takes a bare level word beside it for a mark. */
export function isLabelName(name: string): boolean {
  return scanText(name).verdict !== 'block' && scanText(`${name}\t机密`).verdict === 'block';
}
