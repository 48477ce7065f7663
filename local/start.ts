export {};

const REQUIRED_NODE_MAJOR = 24;

// Nothing else is imported before this: on an older Node the imports would fail first, and less clearly.
if (Number(process.versions.node.split('.')[0]) < REQUIRED_NODE_MAJOR) {
  console.error(
    `Puente needs Node ${REQUIRED_NODE_MAJOR} or newer, and this is ${process.version}. ` +
      'Run it with "npm start" after "npm ci", which brings the right Node for linux-x64; elsewhere install Node 24.',
  );
  process.exit(1);
}

const { startCommand } = await import('./start-command.ts');
await startCommand(process.env);
