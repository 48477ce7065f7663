import type { Texts } from '../../domain/language.ts';
import type { RecipientSide } from '../../domain/outbox.ts';
import { typeset } from '../../domain/typeset.ts';

interface FirstMailFacts {
  readonly writer: { readonly companyName: string; readonly contactName: string };
  readonly addressee: { readonly companyName: string; readonly contactName: string };
  /** What the request is for, as `intentNames` has it. */
  readonly purpose: string;
}

type FirstMail = Readonly<Record<RecipientSide, (facts: FirstMailFacts) => string>>;

/** What one side could write to the other first, by the writer's side. */
export const firstMailTexts: Texts<FirstMail> = typeset({
  es: {
    submitter: ({ writer, addressee, purpose }) =>
      `Estimado(a) ${addressee.contactName}:

Le escribo en nombre de ${writer.companyName}. Recibimos sus datos a través de Puente, a raíz de nuestra solicitud (propósito: ${purpose}). Gracias por aceptarla.

¿Podríamos conversar por videollamada en los próximos días? Quisiéramos contarle qué buscamos y conocer mejor a ${addressee.companyName}.

Saludos cordiales,
${writer.contactName}
${writer.companyName}`,
    member: ({ writer, addressee, purpose }) =>
      `Estimado(a) ${addressee.contactName}:

Le escribo en nombre de ${writer.companyName}. Recibimos sus datos a través de Puente, a raíz de su solicitud (propósito: ${purpose}), que nos interesa.

¿Podríamos conversar por videollamada en los próximos días? Quisiéramos entender bien qué buscan y contarle qué podemos ofrecer.

Saludos cordiales,
${writer.contactName}
${writer.companyName}`,
  },
  pl: {
    submitter: ({ writer, addressee, purpose }) =>
      `Dzień dobry,

piszę w imieniu firmy ${writer.companyName}. Państwa dane otrzymaliśmy przez serwis Puente w związku z naszym zapytaniem (cel: ${purpose}). Dziękujemy za pozytywną odpowiedź.

Czy w najbliższych dniach moglibyśmy umówić się na wideorozmowę? Chętnie opowiemy, czego szukamy, i lepiej poznamy firmę ${addressee.companyName}.

Z poważaniem
${writer.contactName}
${writer.companyName}`,
    member: ({ writer, purpose }) =>
      `Dzień dobry,

piszę w imieniu firmy ${writer.companyName}. Państwa dane otrzymaliśmy przez serwis Puente w związku z Państwa zapytaniem (cel: ${purpose}), które nas zainteresowało.

Czy w najbliższych dniach moglibyśmy umówić się na wideorozmowę? Chętnie poznamy Państwa potrzeby i opowiemy, co możemy zaproponować.

Z poważaniem
${writer.contactName}
${writer.companyName}`,
  },
  en: {
    submitter: ({ writer, addressee, purpose }) =>
      `Dear ${addressee.contactName},

I am writing on behalf of ${writer.companyName}. We received your details through Puente, following our request (purpose: ${purpose}). Thank you for accepting it.

Could we have a video call in the next few days? We would like to tell you what we are looking for and learn more about ${addressee.companyName}.

Kind regards,
${writer.contactName}
${writer.companyName}`,
    member: ({ writer, addressee, purpose }) =>
      `Dear ${addressee.contactName},

I am writing on behalf of ${writer.companyName}. We received your details through Puente, following your request (purpose: ${purpose}), which interests us.

Could we have a video call in the next few days? We would like to understand what you need and tell you what we can offer.

Kind regards,
${writer.contactName}
${writer.companyName}`,
  },
});
