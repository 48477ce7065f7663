import { type Fault, fault } from '../../shared/contracts/faults.ts';
import { bodyOfForm } from '../../shared/contracts/http/form-fields.ts';
import { asSent, checkInterestForm } from '../../shared/contracts/http/interest-form.ts';
import { submittedSchema } from '../../shared/contracts/http/interest-view.ts';
import { paths } from '../../shared/contracts/links.ts';
import type { Clocks } from '../../shared/domain/clocks.ts';
import {
  type HttpReply,
  type HttpRequest,
  html,
  httpHandler,
  json,
  Problem,
  seeOther,
} from '../../shared/runtime/http.ts';
import { idempotencyOf, idempotencyOfContent } from '../../shared/runtime/idempotency.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { type SubmitDeps, submitInterest } from './submit-interest.ts';

/** `POST /api/interests`, as JSON or as a plain HTML form. */
export function createHandler(deps: SubmitDeps, logger: Logger) {
  return httpHandler({ logger, problemPage: problemPageTo('form') }, async (request) => {
    const { body, language, sent } = request;
    const form = checkInterestForm(body.kind === 'form' ? bodyOfForm(body.fields) : sent, language);
    const idempotency = idempotencyOf(request, deps.clock.now());
    if (!form.ok || !idempotency.ok) {
      return refused(request, [form, idempotency].flatMap(faultsIn), deps.clocks);
    }

    // What a program sends without a key is known by what it says.
    const known = idempotency.value ?? idempotencyOfContent(asSent(form.value));
    const result = await submitInterest(deps, { form: form.value, idempotency: known });
    if (result.outcome === 'keyReused') {
      throw new Problem('conflict', { errors: [fault('Idempotency-Key', 'keyReused', language)] });
    }
    logger.info('interest submitted', { interestId: result.id });
    if (body.kind === 'form' && request.wantsHtml)
      return seeOther(paths.status(form.value.language, result.id, result.key));
    return json(submittedSchema.parse({ id: result.id, statusUrl: result.statusUrl }), 202);
  });
}

function faultsIn(checked: { ok: boolean; faults?: readonly Fault[] }): readonly Fault[] {
  return checked.faults ?? [];
}

/** A browser gets its form back with the faults and with what was typed; a program gets the faults. */
function refused(
  { body, language, wantsHtml }: HttpRequest,
  faults: readonly Fault[],
  clocks: Clocks,
): HttpReply {
  if (body.kind === 'form' && wantsHtml) {
    return html(renderFormPage({ language, values: body.fields, faults, clocks }), 422);
  }
  throw new Problem('invalid', { errors: faults });
}
