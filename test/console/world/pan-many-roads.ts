import type { Browser, Page, Route } from 'playwright-core';

const REGION = { west: 115.5, south: 47.2, east: 126, north: 53.2 };
/** Segments of a road, in a row. */
const A_ROAD = 25;
/** Rows that are answered at once: more than a gateway would, so that a test need not wait for 250 pages. */
const PAGE = 5_000;

// As the national statistics of public roads have them, in percent: seven of ten are class 4.
const GRADES = [
  ...Array.from({ length: 3 }, () => 'EXPRESSWAY'),
  ...Array.from({ length: 3 }, () => 'CLASS_1'),
  ...Array.from({ length: 8 }, () => 'CLASS_2'),
  ...Array.from({ length: 9 }, () => 'CLASS_3'),
  ...Array.from({ length: 74 }, () => 'CLASS_4'),
  ...Array.from({ length: 3 }, () => 'SUBSTANDARD'),
];

/** Answers the map’s questions in the gateway’s place, with so many invented segments and nothing else. */
export function answerWithRoads(count: number): (route: Route) => Promise<void> {
  const segments = makeSegments(count);
  return async (route) => {
    const { query, variables } = route.request().postDataJSON() as Asked;
    const from = Number(variables.after ?? 0);
    const isOfRoads = query.includes('roadSegments');
    const nodes = isOfRoads ? segments.slice(from, from + PAGE) : [];
    const hasNextPage = isOfRoads && from + PAGE < count;
    const list = { nodes, pageInfo: { hasNextPage, endCursor: String(from + PAGE) } };
    const [, field = ''] = /\{\s*(\w+)\(/.exec(query) ?? [];
    await route.fulfill({ json: { data: { [field]: list }, extensions: { disclosure: [] } } });
  };
}

interface Asked {
  readonly query: string;
  readonly variables: { readonly after?: string | null };
}

function makeSegments(count: number): readonly object[] {
  const random = seeded(7);
  const segments: object[] = [];
  while (segments.length < count) {
    const road = segments.length / A_ROAD;
    const technicalGrade = GRADES[Math.floor(random() * GRADES.length)];
    let at = [
      REGION.west + random() * (REGION.east - REGION.west),
      REGION.south + random() * (REGION.north - REGION.south),
    ];
    let heading = random() * 2 * Math.PI;
    for (let index = 0; index < A_ROAD; index += 1) {
      const coordinates = [at];
      for (let step = 0; step < 8; step += 1) {
        heading += (random() - 0.5) * 0.6;
        at = [at[0]! + Math.cos(heading) * 0.006, at[1]! + Math.sin(heading) * 0.004];
        coordinates.push(at);
      }
      segments.push({
        id: `M${road}-${index}`,
        roadCode: `M${road}`,
        roadName: null,
        technicalGrade,
        startStakeM: index * 4_000,
        endStakeM: (index + 1) * 4_000,
        aadt: Math.floor(random() ** 3 * 9_000),
        geometry: { type: 'LineString', coordinates },
      });
    }
  }
  return segments;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** How a map moved: frames, for how long, and what they cost. */
export interface Frames {
  readonly drawn: number;
  readonly perSecond: number;
  /** Processor time of one frame: where the page runs, and where it is drawn. */
  readonly pageMs: number;
  readonly drawingMs: number;
}

/** Pans the map to and fro by its arrow keys for a while, and counts the frames that the browser draws. */
export async function countFrames(browser: Browser, page: Page, durationMs: number): Promise<Frames> {
  const before = await processorMs(browser);
  const { drawn, tookMs } = await page.evaluate<{ drawn: number; tookMs: number }>(panFor(durationMs));
  const after = await processorMs(browser);
  return {
    drawn,
    perSecond: Math.round((drawn / tookMs) * 10_000) / 10,
    pageMs: Math.round(((after.renderer - before.renderer) / drawn) * 10) / 10,
    drawingMs: Math.round(((after.GPU - before.GPU) / drawn) * 10) / 10,
  };
}

/** Written as text: tests are checked as programs of Node, which knows no document. */
function panFor(durationMs: number): string {
  return `(async () => {
    const canvas = document.querySelector('.map-canvas canvas');
    const startMs = performance.now();
    const press = () => {
      const isBack = Math.floor((performance.now() - startMs) / 500 + 0.5) % 2 === 1;
      const key = isBack ? { key: 'ArrowLeft', keyCode: 37 } : { key: 'ArrowRight', keyCode: 39 };
      canvas.dispatchEvent(new KeyboardEvent('keydown', { ...key, code: key.key, bubbles: true }));
    };
    press();
    const pressing = setInterval(press, 120);
    let drawn = 0;
    await new Promise((resolve) => {
      const count = () => {
        drawn += 1;
        if (performance.now() - startMs < ${durationMs}) requestAnimationFrame(count);
        else resolve();
      };
      requestAnimationFrame(count);
    });
    clearInterval(pressing);
    return { drawn, tookMs: performance.now() - startMs };
  })()`;
}

async function processorMs(browser: Browser): Promise<{ readonly renderer: number; readonly GPU: number }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const of = (kind: string): number =>
    processInfo.filter(({ type }) => type === kind).reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
  return { renderer: of('renderer'), GPU: of('GPU') };
}
