/** One situation of a DATEX II publication. */
export interface Situation {
  readonly header?: string;
  readonly records: readonly string[];
}

/** One record of a situation, as version 2 writes it. */
export function datexRecord(id: string, type: string, inside = '', version = '1'): string {
  return `<situationRecord xsi:type="${type}" id="${id}" version="${version}">
    <probabilityOfOccurrence>certain</probabilityOfOccurrence>
    ${inside.includes('<validity>') ? '' : validity('active')}
    ${inside}
  </situationRecord>`;
}

export const validity = (status: string, from = '2026-02-28T22:00:00Z'): string => `<validity>
    <validityStatus>${status}</validityStatus>
    <validityTimeSpecification><overallStartTime>${from}</overallStartTime></validityTimeSpecification>
  </validity>`;

const HEADER = header('noRestriction', 'real');

export function header(confidentiality: string, informationStatus: string): string {
  return `<headerInformation>
    <confidentiality>${confidentiality}</confidentiality>
    <informationStatus>${informationStatus}</informationStatus>
  </headerInformation>`;
}

/** A SituationPublication of version 2.3. */
export function writeDatex2(...situations: readonly Situation[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" modelBaseVersion="2">
  <exchange><supplierIdentification><country>cn</country></supplierIdentification></exchange>
  <payloadPublication xsi:type="SituationPublication" lang="zh">
    <publicationTime>2026-03-01T08:00:00+08:00</publicationTime>
    ${situations.map(writeSituation).join('\n')}
  </payloadPublication>
</d2LogicalModel>`;
}

function writeSituation({ header: said = HEADER, records }: Situation, at: number): string {
  return `<situation id="s${at}" version="1"><overallSeverity>high</overallSeverity>${said}${records.join('')}</situation>`;
}

/** A SituationPublication of version 3, with the prefixes that its schemas have. */
export function writeDatex3(...records: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mc:messageContainer xmlns:mc="http://datex2.eu/schema/3/messageContainer" xmlns:sit="http://datex2.eu/schema/3/situation"
  xmlns:com="http://datex2.eu/schema/3/common" xmlns:loc="http://datex2.eu/schema/3/locationReferencing"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <mc:payload xsi:type="sit:SituationPublication" lang="zh" modelBaseVersion="3">
    <sit:situation id="S-1">
      <sit:headerInformation>
        <com:confidentiality>noRestriction</com:confidentiality>
        <com:informationStatus>real</com:informationStatus>
      </sit:headerInformation>
      ${records.join('')}
    </sit:situation>
  </mc:payload>
</mc:messageContainer>`;
}
