import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { ChoiceButtons, Empty, FilterBar, Loading, PageHead, useUrlState } from '../../ui/index.ts';
import { drawPlace, drawRoads, placeOfEvent } from './drawn.ts';
import { Dropped } from './dropped.tsx';
import { readThing, type Thing, writeThing } from './kinds.ts';
import { Legend } from './legend.tsx';
import { LoadedKinds } from './loaded-kinds.tsx';
import './map.css';
import { type Measure, MEASURES } from './measures.ts';
import { placeOf } from './place.ts';
import { RecordBox } from './record-box.tsx';
import { isDenied, isUnderWay, isWithheld } from './rows.ts';
import { ThingList } from './thing-list.tsx';
import { useLocationDecision } from './use-location-decision.ts';
import { type RoadMap, useRoadMap } from './use-road-map.ts';
import { Withheld } from './withheld.tsx';
import { mapWords } from './words.ts';

const DEFAULTS = { measure: 'flow', division: '', events: 'open', list: 'segment', open: '' };

// The drawing library is loaded with the first map.
const MapCanvas = lazy(() => import('./map-canvas.tsx'));

/** Roads and what stands on them, as far as the person’s agreements open it. */
export default function MapPage(): ReactNode {
  const words = useWords(mapWords);
  const [state, change] = useUrlState(DEFAULTS);
  const measure = MEASURES.find((known) => known === state.measure) ?? 'flow';
  const roadMap = useRoadMap(state.division);
  const [zoom, setZoom] = useState(0);
  const onPick = useCallback((thing: Thing) => change({ open: writeThing(thing) }), [change]);
  const picked = useMemo(() => readThing(state.open), [state.open]);
  const { roads, things, events, placeless, courses } = useDrawn(roadMap, measure, state.events === 'open');
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about}>
        <div className="row">
          <span className="soft small">{words.colourBy}</span>
          <ChoiceButtons
            label={words.colourBy}
            choices={MEASURES.map((one) => ({ value: one, label: words[one] }))}
            chosen={measure}
            choose={(one) => change({ measure: one })}
          />
        </div>
      </PageHead>
      <FilterBar
        label={words.filters}
        filters={[
          { name: 'division', label: words.division, choices: divisionChoices(roadMap) },
          { name: 'events', label: words.events, choices: [{ value: 'open', label: words.underWay }] },
        ]}
        defaults={DEFAULTS}
        state={state}
        change={change}
      />
      {!roadMap.isAsked && <Empty>{words.choosePurpose}</Empty>}
      {roadMap.isAsked && (
        <div className="map-columns">
          <section className="panel" aria-label={words.title}>
            <Suspense fallback={<Loading />}>
              <MapCanvas
                key={state.division}
                roads={roads}
                things={things}
                measure={measure}
                picked={picked}
                onPick={onPick}
                onZoom={setZoom}
              />
            </Suspense>
            <Dropped grades={roads.grades} zoom={zoom} />
            <Legend
              measure={measure}
              counts={roads.counts}
              things={things}
              placeless={placeless}
              courses={courses}
            />
          </section>
          <div className="stack">
            <LoadedKinds roadMap={roadMap} />
            <Withheld roadMap={roadMap} />
            <ThingList
              roadMap={roadMap}
              events={events}
              list={state.list}
              onList={(list) => change({ list })}
              onPick={onPick}
            />
          </div>
        </div>
      )}
      {picked !== null && <RecordBox thing={picked} onClose={() => change({ open: '' })} />}
    </div>
  );
}

function useDrawn(roadMap: RoadMap, measure: Measure, isOpenOnly: boolean) {
  const { segment, gantry, checkpoint, event, nowMs } = roadMap;
  const isTold = event.state !== 'failed' && !isDenied(event.disclosure);
  // Only risk counts accidents: for the others, events that come change nothing.
  const accidents = measure === 'risk' && isTold ? event.rows : null;
  const isCourseWithheld = isWithheld('geometry', segment.disclosure);
  const segments = useMemo(
    () => (isCourseWithheld ? segment.rows.map((row) => ({ ...row, geometry: null })) : segment.rows),
    [segment.rows, isCourseWithheld],
  );
  const roads = useMemo(() => drawRoads(segments, measure, accidents), [segments, measure, accidents]);
  const events = useMemo(
    () => (isOpenOnly ? event.rows.filter((row) => isUnderWay(row, nowMs)) : event.rows),
    [event.rows, isOpenOnly, nowMs],
  );
  const ofGantries = useLocationDecision('gantries', gantry.disclosure);
  const ofCheckpoints = useLocationDecision('checkpoints', checkpoint.disclosure);
  const drawn = useMemo(() => {
    const byId = new Map(segments.map((row) => [row.id, row] as const));
    const all = [
      ...gantry.rows.map(({ id, location }) => drawPlace('gantry', id, placeOf(location, ofGantries))),
      ...checkpoint.rows.map(({ id, location }) =>
        drawPlace('checkpoint', id, placeOf(location, ofCheckpoints)),
      ),
      ...events.map((row) => drawPlace('event', row.id, placeOfEvent(row, byId))),
    ];
    return { things: all.flat(), placeless: all.filter(({ length }) => length === 0).length };
  }, [segments, gantry.rows, checkpoint.rows, ofGantries, ofCheckpoints, events]);
  const courses = { missing: segments.length - roads.shapes.length, isWithheld: isCourseWithheld };
  return { roads, events, courses, ...drawn };
}

function divisionChoices({ divisions }: RoadMap) {
  return divisions.rows.map(({ code, name }) => ({ value: code, label: `${name ?? ''} ${code}`.trim() }));
}
