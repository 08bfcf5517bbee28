import type {
  CarrierDetails,
  EventKind,
  RegisterEntry,
  RegisterEvent,
  ReleaseEvent,
  SignedEvent,
} from '../model/entry.ts';
import type { CarrierState } from '../model/transitions.ts';

/** Names of states, Chinese first. */
export const STATE_WORDS: Readonly<Record<CarrierState, string>> = {
  ABSENT: '未登记 absent',
  RECEIVED: '已收待存 received',
  STORED: '在柜 stored',
  ISSUED: '已发借出 issued',
  TRANSMITTED: '已传出 transmitted',
  DESTROYED: '已销毁 destroyed',
};

/** Names of types of carriers. */
export const TYPE_WORDS: Readonly<Record<CarrierDetails['type'], string>> = {
  DOCUMENT: '文件 document',
  MEDIUM: '介质 medium',
};

/** Names of events. */
export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  found: '建账 found',
  enrol: '登记人员 enrol',
  receive: '收 receive',
  return: '收回 return',
  issue: '发 issue',
  transmit: '传 transmit',
  read: '阅 read',
  store: '存 store',
  destroy: '销 destroy',
  inspect: '检查 inspect',
  release: '解密发布 release',
  cut: '截去残尾 cut torn tail',
};

/** What an event says beyond its kind and carrier, for a line of the ledger. */
export function describeEvent(event: RegisterEvent): string {
  switch (event.kind) {
    case 'found':
      return event.unit;
    case 'enrol':
      return `${event.person} ${event.keyId}`;
    case 'receive':
      return `来自 from ${event.details.origin}`;
    case 'return':
      return `来自 from ${event.from}`;
    case 'issue':
      return `给 to ${event.to}，应还 due ${event.dueOn}`;
    case 'transmit':
      return `往 to ${event.to}，递送 by ${event.courier}${event.dueOn === undefined ? '' : `，应还 due ${event.dueOn}`}`;
    case 'read':
      return `阅者 reader ${event.reader}`;
    case 'store':
      return `柜 cabinet ${event.cabinet}`;
    case 'destroy':
      return `${event.method}，${event.place}，监销 by ${handsOf(event)}`;
    case 'inspect':
      return `${event.side === 'OPEN' ? '非密侧 open side' : '涉密侧 classified side'}，${event.machine}`;
    case 'release':
      return describeRelease(event);
    case 'cut':
      return `${event.bytes} bytes, sha256 ${event.sha256}`;
  }
}

function describeRelease(event: ReleaseEvent): string {
  const { id, decision, extract } = event.statement;
  const { reference, authority, decidedOn } = decision;
  const word = `决定 decision ${reference}，${authority}，${decidedOn}，签发 by ${handsOf(event)}`;
  return `${word}，摘录 extract ${extract.name}，package ${id} sha256 ${event.packageSha256}`;
}

const handsOf = ({ signatures }: SignedEvent): string => signatures.map(({ person }) => person).join('、');

/** The note of an event, where it has one. */
export const noteOf = ({ event }: RegisterEntry): string => ('note' in event ? (event.note ?? '') : '');
