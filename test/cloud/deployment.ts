import * as z from 'zod';

/** Name of the variable by which a test learns of the deployment; its value is JSON of the schema. */
export const deploymentVariable = 'PUENTE_CLOUD';

const deploymentSchema = z.object({
  baseUrl: z.string(),
  mailUrl: z.string(),
  endpoint: z.string(),
  outputs: z.object({
    ApiUrl: z.string(),
    UserPoolId: z.string(),
    ClientId: z.string(),
    TableName: z.string(),
  }),
});

export type Deployment = z.infer<typeof deploymentSchema>;

/** The deployment that `run.ts` has made. Throws without one. */
export function readDeployment(): Deployment {
  const text = process.env[deploymentVariable];
  if (text === undefined) throw new Error('These tests need a deployment: npm run test:cloud');
  return deploymentSchema.parse(JSON.parse(text));
}
