/** A message for the person at the terminal, without a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs a command: prints what went wrong and sets exit code 1, or 2 when it was called wrongly. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** The command was called in a way that it does not have; the message says how it is called. */
export class UsageError extends CommandError {}
