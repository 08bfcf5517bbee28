import { agreementName } from '../../agreement/index.ts';
import { type ExportedRecord, handlingOf, isAboutTheLog } from './exported-record.ts';

const OCSF_VERSION = '1.8.0';
const APPLICATION_ACTIVITY = 6;
const INFORMATIONAL = 1;

/** OCSF class 6003, API Activity: reads of the log and what operators did. Class 6005, Datastore Activity: all else. */
const API_ACTIVITY = 6003;
const DATASTORE_ACTIVITY = 6005;

const API_READ = 2;
const API_OTHER = 99;
const DATASTORE_QUERY = 4;

/** A record as one OCSF 1.8 event. Decisions and digests, for which OCSF has no place, are under `unmapped`. */
export function toOcsf(record: ExportedRecord, origin: string, productVersion: string): object {
  const { id, seq, time, stage, actor, src, purpose, agreements, op, fields, result } = record;
  const isApi = isAboutTheLog(record);
  const classUid = isApi ? API_ACTIVITY : DATASTORE_ACTIVITY;
  const activityId = isApi ? (stage === 'ADMIN' ? API_OTHER : API_READ) : DATASTORE_QUERY;
  return {
    category_uid: APPLICATION_ACTIVITY,
    class_uid: classUid,
    activity_id: activityId,
    type_uid: classUid * 100 + activityId,
    ...(activityId === API_OTHER && { activity_name: op.name ?? stage }),
    time: Date.parse(time),
    severity_id: INFORMATIONAL,
    ...statusOf(record),
    metadata: {
      version: OCSF_VERSION,
      uid: id,
      log_name: origin,
      sequence: seq,
      product: { name: 'Lukou', vendor_name: 'Lukou', version: productVersion },
    },
    actor: {
      user: {
        uid: actor.pseudonym,
        type: actor.role,
        ...(actor.agency !== null && { org: { uid: actor.agency } }),
      },
    },
    src_endpoint: endpointOf(src),
    ...(isApi
      ? { api: { operation: op.name ?? 'query', request: { uid: record.requestId } } }
      : { database: { name: origin, type: 'GraphQL', type_id: 99 } }),
    unmapped: {
      stage,
      auth: actor.auth,
      purpose: purpose.code,
      case_reference: purpose.caseRef,
      agreements: agreements.map(agreementName),
      handling: handlingOf(record),
      policy_digest: record.policyDigest,
      operation_name: op.name,
      document_sha256: op.documentSha256,
      fields,
      rows: result.rows,
      bytes: result.bytes,
      result_sha256: result.sha256,
      request_id: record.requestId,
    },
  };
}

function endpointOf({ ip }: ExportedRecord['src']): object {
  if (ip === null) return { name: 'erased' };
  return ip === 'local' ? { name: ip } : { ip };
}

function statusOf({ stage, result }: ExportedRecord): object {
  const isDone = (stage === 'RELEASE' || stage === 'ADMIN' || stage === 'INTENT') && result.code === 'OK';
  return isDone
    ? { status_id: 1, status: 'Success', status_code: result.code }
    : { status_id: 2, status: 'Failure', status_code: result.code };
}
