import { type MachineName, PARTIES } from '../../loops/index.ts';
import type { NamedStatement } from '../run-named.ts';
import type { SessionScope } from '../scope-signer.ts';
import { shownAs } from '../statements/checkpoint/violation.ts';
import { inScope, scopeParameters, type ScopedType } from '../statements/row-scope.ts';

/** Where the items of a loop stand, and what acts on them send. */
interface LoopTable {
  /** The row scope as parameters of `lock`; null where it opens no row. */
  readonly scoping: (scope: SessionScope) => readonly unknown[] | null;
  /** Lists the items whose deadline lies before $1, as SQL of a login that sees every row. */
  readonly listPassed: string;
  readonly statements: Readonly<Record<'lock' | 'history' | 'move' | 'keep', NamedStatement>>;
}

interface Described {
  readonly schema: 'mediation' | 'traffic' | 'checkpoint' | 'oversight';
  readonly table: string;
  /** As statements name it. */
  readonly noun: string;
  readonly scopedAs: ScopedType | null;
  /** How far its history may be shared. */
  readonly label: 'SENSITIVE' | 'RESTRICTED' | 'INTERNAL';
  /** Rows that are there for nobody, as SQL about the others. */
  readonly shown?: string;
  /** Agencies that the item itself says, by their part, as SQL. */
  readonly parties?: string;
  /** Who is told of a deadline in place of them, likewise. */
  readonly told?: string;
  readonly level?: string;
  readonly instants?: string;
  readonly facts?: string;
  /** Instants of the item that a step also sets: $2 is the state, $4 when. */
  readonly also?: string;
}

const DESCRIBED: Readonly<Record<MachineName, Described>> = {
  MediationCase: {
    schema: 'mediation',
    table: 'mediation_case',
    noun: 'case',
    scopedAs: 'MediationCase',
    label: 'SENSITIVE',
    also: `accepted_at = case $2 when 'ACCEPTED' then $4 else accepted_at end,
      closed_at = case $2 when 'ARCHIVED' then coalesce(closed_at, $4) else closed_at end`,
  },
  DetentionMediation: {
    schema: 'mediation',
    table: 'detention_mediation',
    noun: 'detention-mediation',
    scopedAs: 'DetentionMediation',
    label: 'SENSITIVE',
    // Whose item it is not, its rows leave it out: a number for it would be a hole.
    told: `case when '${PARTIES.DetentionMediation['centre']}' = any (item.agencies) then '{}'::jsonb
        else '{"centre": null}'::jsonb end`,
    instants: `jsonb_build_object('releaseAt', extract(epoch from item.release_at) * 1000)`,
    also: `screened_at = case $2 when 'SCREENED' then $4 else screened_at end,
      followed_up_at = case $2 when 'FOLLOWED_UP' then $4 else followed_up_at end`,
  },
  DisputeWarning: {
    schema: 'mediation',
    table: 'dispute_warning',
    noun: 'dispute-warning',
    scopedAs: 'DisputeWarning',
    label: 'SENSITIVE',
    level: 'item.level',
  },
  Violation: {
    schema: 'checkpoint',
    table: 'violation',
    noun: 'violation',
    scopedAs: 'Violation',
    label: 'RESTRICTED',
    shown: shownAs('item'),
  },
  SharingApplication: {
    schema: 'oversight',
    table: 'sharing_application',
    noun: 'sharing-application',
    scopedAs: null,
    label: 'INTERNAL',
    parties: `jsonb_build_object('applicant', item.applicant, 'provider', item.provider)`,
  },
  RoadEvent: {
    schema: 'traffic',
    table: 'road_event',
    noun: 'road-event',
    scopedAs: null,
    label: 'RESTRICTED',
    facts: `jsonb_build_object('isPlanned', coalesce(item.cause in ('PLANNED_MAINTENANCE', 'PLANNED_EVENT'), false))`,
    // The end of what is over.
    also: `valid_to = case when $2 in ('COMPLETED', 'CANCELLED', 'CLEARED', 'FALSE_ALARM') then $4 else valid_to end`,
  },
};

/** Every loop that items can be moved in. */
export const LOOP_TABLES = Object.fromEntries(
  Object.entries(DESCRIBED).map(([name, described]) => [name, openTable(name, described)]),
) as Readonly<Record<MachineName, LoopTable>>;

function openTable(name: string, described: Described): LoopTable {
  const { schema, table, noun, scopedAs, also, label } = described;
  const {
    shown = 'true',
    parties = `'{}'::jsonb`,
    told = parties,
    level = 'null::text',
    instants = `'{}'::jsonb`,
    facts = `'{}'::jsonb`,
  } = described;
  const rows = scopedAs === null ? '' : `and ${inScope(scopedAs, 'item', 2)}`;
  return {
    scoping: (scope) => (scopedAs === null ? [] : scopeParameters(scope, scopedAs)),
    listPassed: `select '${name}' as machine, item.id, item.status as state, item.due_at, ${told} as parties
        from ${schema}.${table} item where item.due_at < $1::timestamptz and ${shown}`,
    statements: {
      // Whoever acts on the same item waits here.
      lock: {
        name: `${schema}.lock-${noun}`,
        text: `select item.status as state, item.state_version as version, ${level} as level, ${instants} as instants,
            ${facts} as facts, ${parties} as parties
          from ${schema}.${table} item where item.id = $1 ${rows} and ${shown} for update`,
      },
      history: {
        name: `${schema}.read-history`,
        text: `select to_state as "to", (extract(epoch from taken_at) * 1000)::float8 as "takenAtMs", actor, agency
          from ${schema}.loop_step where machine = $1 and item_id = $2 order by ordinal`,
      },
      move: {
        name: `${schema}.move-${noun}`,
        text: `update ${schema}.${table} set status = $2::text, state_version = state_version + 1,
            due_at = $3::timestamptz${also === undefined ? '' : `, ${also.replaceAll('$4', '$4::timestamptz').replaceAll('$2', '$2::text')}`}
          where id = $1 and $4::timestamptz is not null`,
      },
      keep: {
        name: `${schema}.keep-loop-step`,
        text: `insert into ${schema}.loop_step (machine, item_id, ordinal, from_state, to_state, taken_at, due_at,
            machine_version, policy_version, actor, agency, role, note, request_id, online_label)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '${label}')`,
      },
    },
  };
}
