import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';

const root = 'web/dist';

/** Puts the prerendered pages into the bundle of the function that shows them; without them bundling fails. */
const bundlingHooks: ICommandHooks = {
  beforeBundling: (inputDir) => [
    `{ test -d "${inputDir}/${root}" || { echo "${root} is missing: build the pages first (web/build.ts)" >&2; exit 1; }; }`,
  ],
  beforeInstall: () => [],
  afterBundling: (inputDir, outputDir) => [
    `mkdir -p "${outputDir}/${root}"`,
    `cp -R "${inputDir}/${root}/." "${outputDir}/${root}"`,
  ],
};

export const webPages = { root, bundlingHooks };
