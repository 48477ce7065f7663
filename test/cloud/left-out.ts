/**
 * Tests of journeys, by their names, that look into the files or the table of a Puente on this machine, of which a
 * deployment has none, or that need SES's mailbox simulator, which the emulated SES does not play.
 */
export const leftOut = [
  'stores nothing and writes nobody',
  'holds no address and no name of anybody',
  'what becomes of a mail',
  'what an operator sees and decides',
  'npm run operate',
  'npm run redrive finds',
  'the log names no address',
];
