import { access } from './access/index.ts';
import { agreement, agreements } from './agreements/index.ts';
import { alarms } from './alarms/index.ts';
import { breakGlass } from './break-glass/index.ts';
import { disclosures } from './disclosures/index.ts';
import { draft } from './draft/index.ts';
import { explorer } from './explorer/index.ts';
import { guard } from './guard/index.ts';
import { log } from './log/index.ts';
import { map } from './map/index.ts';
import { overview } from './overview/index.ts';
import type { Page } from './page.ts';
import { record } from './record/index.ts';
import { start } from './start/index.ts';
import { subject } from './subject/index.ts';
import { unusual } from './unusual/index.ts';

/** Every page of the console, in the order of the navigation. A new page is a folder beside this file and a line here. */
export const PAGES: readonly Page[] = [
  start,
  overview,
  disclosures,
  subject,
  unusual,
  breakGlass,
  alarms,
  log,
  agreements,
  agreement,
  access,
  draft,
  guard,
  record,
  explorer,
  map,
];
