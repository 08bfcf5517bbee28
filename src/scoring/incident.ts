/** What a call to the police was about (警情类别). */
export const INCIDENT_KINDS = ['MARRIAGE_FAMILY', 'NEIGHBOUR', 'DEBT', 'LABOUR', 'OTHER'] as const;

/** Who the parties of a dispute are to each other. */
export const RELATIONSHIPS = [
  'SPOUSES',
  'FORMER_SPOUSES',
  'PARTNERS',
  'PARENT_CHILD',
  'RELATIVES',
  'NEIGHBOURS',
  'OTHER',
] as const;

/** A call to the police about a dispute, as far as its score depends on it. */
export interface Incident {
  readonly id: string;
  /** The person's pseudonym, a keyed hash made by the police. */
  readonly subjectRef: string;
  readonly kind: (typeof INCIDENT_KINDS)[number];
  readonly relationship: (typeof RELATIONSHIPS)[number] | null;
  readonly occurredAtMs: number;
  readonly physicalConflict: boolean;
  /** Whether a warning letter (告诫书) was issued over it. */
  readonly warningLetter: boolean;
  readonly divisionCode: string | null;
  /** The police station that went there. */
  readonly station: string | null;
}
