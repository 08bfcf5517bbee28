/** A passage as a video platform writes it. */
export const passage = (id: string, more: object = {}): object => ({
  MotorVehicleID: id,
  TollgateID: 'tollgate-1',
  LaneNo: 1,
  PassTime: '20260301083015',
  PlateNo: '蒙E12345',
  PlateClass: '02',
  PlateColor: '5',
  VehicleClass: 'K33',
  Speed: 62.5,
  VehicleColor: '2',
  ...more,
});

/** What a video platform posts, or sends as one message: GA/T 1400, MotorVehicleListObject. */
export const messageOf = (...passages: readonly object[]): string =>
  JSON.stringify({ MotorVehicleListObject: { MotorVehicleObject: passages } });
