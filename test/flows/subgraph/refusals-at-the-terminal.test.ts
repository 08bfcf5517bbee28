import { stoppedClock } from '../../../src/base/index.ts';
import { createRefusalTeller } from '../../../src/wiring/index.ts';

it('The operator hears of refused questions, twenty lines a minute, and how many were left out', () => {
  const clock = stoppedClock('2026-03-02T08:00:00+08:00');
  const lines: string[] = [];
  const tellRefusal = createRefusalTeller((line) => lines.push(line), clock);
  for (let count = 0; count < 500; count += 1) tellRefusal('CONTEXT_MISSING', '10.0.0.8');
  expect(lines).toEqual(Array(20).fill('refused: CONTEXT_MISSING from 10.0.0.8'));

  clock.moveTo('2026-03-02T08:01:00+08:00');
  tellRefusal('EXPIRED', '10.0.0.9');
  expect(lines.slice(20)).toEqual([
    'refused: 480 more in the minute from 2026-03-02T00:00:00.000Z',
    'refused: EXPIRED from 10.0.0.9',
  ]);
});
