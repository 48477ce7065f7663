import { App } from 'aws-cdk-lib/core';
import { buildApp } from './app.ts';
import { parseConfig } from './config.ts';
import { checkRecommendations } from './nag.ts';

// The context is only known inside an app: one that is never synthesised hands it over.
const context: Record<string, unknown> = new App({ autoSynth: false }).node.getAllContext();

const app = buildApp(parseConfig(context));
checkRecommendations(app);
app.synth();
