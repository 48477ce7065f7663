import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { python } from './python.ts';
import { clientEnvironment } from './workplace.ts';

/** An answer of AWS that is not a success. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  /** As AWS names it, such as `AccessDeniedException`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** AWS's own API, for whoever runs Puente: botocore, which MiniStack brings along, on the far side of a pipe. */
export interface Aws {
  /** @throws {AwsError} and when the answer is not of the shape of `schema` */
  call<T extends z.ZodType>(
    schema: T,
    service: string,
    operation: string,
    parameters?: Readonly<Record<string, unknown>>,
  ): Promise<z.output<T>>;
  close(): Promise<void>;
}

const replySchema = z.union([
  z.object({ value: z.unknown() }),
  z.object({ code: z.string(), message: z.string() }),
]);

export function connectAws(endpoint: string): Aws {
  const child = spawn(python, ['-B', resolve(import.meta.dirname, 'aws_calls.py')], {
    env: clientEnvironment(endpoint),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: PromiseWithResolvers<string>[] = [];
  createInterface({ input: child.stdout })
    .on('line', (line) => waiting.shift()?.resolve(line))
    .on('close', () => {
      for (const { reject } of waiting.splice(0)) reject(new Error('the AWS client ended'));
    });
  return {
    async call(schema, service, operation, parameters = {}) {
      const answer = Promise.withResolvers<string>();
      waiting.push(answer);
      child.stdin.write(`${JSON.stringify({ service, operation, parameters })}\n`);
      const reply = replySchema.parse(JSON.parse(await answer.promise));
      if ('code' in reply) throw new AwsError(reply.code, reply.message);
      return schema.parse(reply.value);
    },
    async close() {
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
    },
  };
}
