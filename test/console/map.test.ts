import type { Page } from 'playwright-core';
import { type AgreementsCopy, copyAgreements } from '../world/copy-agreements.ts';
import { itUnless } from '../world/skip-aloud.ts';
import { launchBrowser } from './world/find-chromium.ts';
import { openTab } from './world/open-tab.ts';
import { describeIn, openConsoleWorld } from './world/open-console.ts';
import { answerWithRoads, countFrames } from './world/pan-many-roads.ts';

// Half a minute of drawing that tells of the machine: asked for, and then reported.
const itMeasures = itUnless(
  process.env['LUKOU_MANY_ROADS'] === undefined ? 'set LUKOU_MANY_ROADS=1 to pan 50,000 segments' : null,
);

// The transport centre is told of checkpoints only in which square of 20 km they stand.
const POLICE_TO_TRANSPORT = 'traffic-police-to-transport-centre.yaml';
// The justice bureau is told of segments, but not of their course.
const TRANSPORT_TO_JUSTICE = 'transport-centre-to-justice-bureau.yaml';
let agreements: AgreementsCopy;

async function openMapWorld() {
  agreements = await copyAgreements({
    [POLICE_TO_TRANSPORT]: (text) =>
      text
        .replace('      - Checkpoint.location\n', '')
        .replace(
          'prohibition:\n',
          '  - { id: p10, action: read, target: Checkpoint.location, mask: { fn: geo.grid, m: 20000 } }\nprohibition:\n',
        ),
    [TRANSPORT_TO_JUSTICE]: (text) =>
      text.replace(
        'target: [RoadSegment.gantries, ',
        'target: [RoadSegment.geometry, RoadSegment.gantries, ',
      ),
  });
  return openConsoleWorld({ LUKOU_AGREEMENTS: agreements.folder });
}

/** Everything that is asked for has come, and is drawn. */
async function loaded(page: Page): Promise<void> {
  await page.locator('.map-canvas canvas').waitFor();
  await page.locator('[data-map="loaded-event"]').waitFor();
  const loading = page.locator('[data-map^="loaded-"][data-state="loading"]');
  await loading.first().waitFor({ state: 'detached', timeout: 40_000 });
  await settled(page);
}

/** The map shows what it showed a moment ago. */
async function settled(page: Page): Promise<void> {
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    const now = (await page.locator('.map-canvas canvas').screenshot()).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
  throw new Error('The map does not come to rest.');
}

async function textOf(page: Page, part: string): Promise<string> {
  const text = await page.locator(`[data-map="${part}"]`).innerText();
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** How many different colours the map has, by its pixels. */
async function coloursOn(page: Page): Promise<number> {
  const picture = (await page.locator('.map-canvas canvas').screenshot()).toString('base64');
  return page.evaluate<number>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${picture}';
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  })()`);
}

describeIn(openMapWorld, 'The road map', (world) => {
  afterAll(() => agreements[Symbol.asyncDispose]());

  it.each([
    ['analyst', 'zh-CN', 'light', 1280],
    ['transport', 'en', 'dark', 390],
    ['public', 'en', 'light', 1280],
  ] as const)('draws for %s what the agreements open, in %s', async (caller, language, theme, width) => {
    await using tab = await world().open({ caller, language, theme, width, path: 'map' });
    const { page } = tab;
    await loaded(page);
    expect(await textOf(page, 'loaded-segment')).toContain('245');
    expect(await coloursOn(page)).toBeGreaterThan(3);
    expect(await textOf(page, 'points-event')).not.toMatch(/\b0$/);
    const isPublic = caller === 'public';
    expect(await textOf(page, 'points-gantry')).toMatch(isPublic ? / 0$/ : / 30$/);
    expect(await textOf(page, 'loaded-checkpoint')).toMatch(isPublic ? /Denied/ : /\d/);
    const withheld = page.getByRole('heading', {
      name: language === 'en' ? 'Masked and denied' : '脱敏与不予提供',
    });
    expect(await withheld.count()).toBe(caller === 'analyst' ? 0 : 1);
    await tab.keep('map');
  });

  it('draws a masked checkpoint as the area that the mask leaves, and never as a point', async () => {
    await using tab = await world().open({
      caller: 'transport',
      language: 'zh-CN',
      path: 'map?list=checkpoint',
    });
    const { page } = tab;
    await loaded(page);
    expect(await textOf(page, 'points-checkpoint')).toMatch(/ 0$/);
    const count = /\d+/.exec(await textOf(page, 'loaded-checkpoint'))?.[0];
    await page.locator('[data-map="areas"]', { hasText: new RegExp(`${count}$`) }).waitFor();
    await page.getByRole('row', { name: /G10 K1019/ }).click();
    const row = page.getByRole('dialog').getByRole('row', { name: /位置/ });
    expect(await row.innerText()).toContain('geo.grid');
    await tab.keep('map-masked');
  });

  it.each([
    ['zh-CN', '线形', /^245 条路段的线形未予提供/],
    ['en', 'Course', /^The course of 245 segments is withheld/],
  ] as const)(
    'says of segments whose course is denied that it is withheld, in %s',
    async (language, course, told) => {
      await using tab = await world().open({ caller: 'justice', language, path: 'map' });
      const { page } = tab;
      await loaded(page);
      expect(await textOf(page, 'loaded-segment')).toContain('245');
      expect(await textOf(page, 'courseless')).toMatch(told);
      expect(await textOf(page, 'dropped')).toBe('');
      expect(await page.locator('.map-withheld li', { hasText: course }).count()).toBe(1);
      await tab.keep('map-withheld');
    },
  );

  it('opens a thing from the list by the keyboard, and one on the map by a click', async () => {
    await using tab = await world().open({
      caller: 'analyst',
      language: 'en',
      theme: 'dark',
      path: 'map?measure=risk&events=',
    });
    const { page } = tab;
    await loaded(page);
    await page.getByRole('row', { name: /G10-001/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Segments G10-002' });
    await dialog.getByText(/^This question is record \d/).waitFor();
    expect(
      await dialog
        .getByRole('row', { name: /Course|Road/ })
        .first()
        .innerText(),
    ).toContain('Allowed');
    await tab.keep('map-segment');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('open'));
    // Grids of clicks until one hits: where things are is the map's own matter.
    const { width, height } = (await page.locator('.map-canvas canvas').boundingBox())!;
    for (let step = 1; step < 40 && (await page.getByRole('dialog').count()) === 0; step += 1)
      await page
        .locator('.map-canvas canvas')
        .click({ position: { x: width * 0.5, y: (height * step) / 40 } });
    await page
      .getByRole('dialog')
      .getByText(/^This question is record \d/)
      .waitFor();
  });

  itMeasures(
    'says what it leaves out of 50,000 segments, and pans the rest',
    async () => {
      // In a browser's own time: frames are counted.
      const browser = await launchBrowser();
      try {
        await using tab = await openTab({ browser, url: world().url }, { language: 'en', caller: 'public' });
        const { page } = tab;
        await page.route('**/graphql', answerWithRoads(50_000));
        await page.goto('/console/map');
        await loaded(page);
        expect(await textOf(page, 'loaded-segment')).toContain('50,000');
        expect(await textOf(page, 'dropped')).toMatch(/^Left out at this scale.*Class 4.*segments/);
        for (const closer of [0, 2]) {
          await page.getByRole('button', { name: 'All', exact: true }).click();
          await settled(page);
          for (let step = 0; step < closer; step += 1) {
            await page.getByRole('button', { name: 'Zoom in' }).click();
            await settled(page);
          }
          const frames = await countFrames(browser, page, 3_000);
          console.info(`50,000 segments, ${closer} steps closer: ${JSON.stringify(frames)}`);
          expect(frames.drawn).toBeGreaterThan(10);
          await settled(page);
          expect(await coloursOn(page)).toBeGreaterThan(3);
          if (closer === 0) await tab.keep('map-many');
        }
      } finally {
        await browser.close();
      }
    },
    150_000,
  );
});
