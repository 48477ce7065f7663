import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

/** Why the console could not do something. */
export type Failure = 'offline' | 'forbidden' | 'notFound' | 'signedOut' | 'failed';

interface ConsoleText {
  readonly title: string;
  readonly signIn: {
    readonly heading: string;
    readonly text: string;
    readonly button: string;
    readonly again: string;
  };
  readonly signOut: string;
  readonly language: string;
  readonly loading: string;
  readonly retry: string;
  readonly failures: Record<Failure, string>;
  readonly list: {
    readonly heading: string;
    readonly filter: string;
    readonly all: string;
    readonly empty: string;
    readonly nothingToDecide: string;
    readonly emptyOf: (status: string) => string;
    readonly more: string;
    readonly match: (percent: string) => string;
    readonly until: string;
    readonly overdue: string;
  };
  readonly lead: {
    readonly back: string;
    readonly member: string;
    readonly cluster: string;
    readonly score: string;
    readonly deadline: string;
    readonly proposed: string;
    readonly reasons: string;
    readonly interest: string;
    readonly company: string;
    readonly place: string;
    readonly intent: string;
    readonly description: string;
    readonly sectors: string;
    readonly certificates: string;
    readonly languages: string;
    readonly decision: string;
    readonly answer: string;
    readonly erased: string;
  };
  readonly decide: {
    readonly heading: string;
    readonly approve: string;
    readonly approveText: string;
    readonly message: string;
    readonly messageHint: string;
    readonly reject: string;
    readonly rejectText: string;
    readonly reason: string;
    readonly note: string;
    readonly noteHint: string;
    readonly done: Record<'approve' | 'reject', string>;
    readonly conflict: (status: string) => string;
  };
}

/** The coordinator's console. */
export const consoleTexts: Texts<ConsoleText> = typeset({
  es: {
    title: 'Consola de coordinación',
    signIn: {
      heading: 'Consola de coordinación',
      text: 'Aquí la coordinación de cada clúster revisa las propuestas y decide cuáles se presentan.',
      button: 'Iniciar sesión',
      again: 'Su sesión terminó. Inicie sesión de nuevo para continuar.',
    },
    signOut: 'Cerrar sesión',
    language: 'Idioma',
    loading: 'Cargando…',
    retry: 'Intentar de nuevo',
    failures: {
      offline: 'No hay conexión con Puente. Revise su internet e intente de nuevo.',
      forbidden: 'Su cuenta no coordina ningún clúster. Pida el acceso a la administración.',
      notFound: 'Esta propuesta no existe o no es de su clúster.',
      signedOut: 'Su sesión terminó. Inicie sesión de nuevo.',
      failed: 'Algo falló de nuestro lado. Intente de nuevo en un momento.',
    },
    list: {
      heading: 'Propuestas',
      filter: 'Mostrar',
      all: 'Todas',
      empty: 'Todavía no hay propuestas para su clúster.',
      nothingToDecide: 'No hay propuestas por decidir.',
      emptyOf: (status) => `No hay ninguna en este estado: ${status}.`,
      more: 'Ver más',
      match: (percent) => `coincidencia ${percent}`,
      until: 'Plazo:',
      overdue: 'Plazo vencido:',
    },
    lead: {
      back: 'Todas las propuestas',
      member: 'Empresa del clúster',
      cluster: 'Clúster',
      score: 'Coincidencia',
      deadline: 'Plazo',
      proposed: 'Propuesta el',
      reasons: 'Por qué se propone',
      interest: 'La solicitud',
      company: 'Empresa',
      place: 'Ubicación',
      intent: 'Propósito',
      description: 'Texto de la solicitud',
      sectors: 'Sectores que busca',
      certificates: 'Certificados que pide',
      languages: 'Idiomas de trabajo',
      decision: 'Decisión',
      answer: 'Respuesta de la empresa',
      erased: 'Los datos de esta propuesta se eliminaron.',
    },
    decide: {
      heading: 'Su decisión',
      approve: 'Aprobar y presentar',
      approveText:
        'Puente envía la solicitud a la empresa del clúster, sin los datos de contacto de la empresa solicitante.',
      message: 'Mensaje para la empresa (opcional)',
      messageHint: 'Va dentro del correo, tal como lo escriba. Hasta 1000 caracteres.',
      reject: 'Rechazar',
      rejectText:
        'No se envía nada a la empresa del clúster; la empresa solicitante verá en su página que no se envió.',
      reason: 'Motivo',
      note: 'Nota (opcional)',
      noteHint: 'La nota solo la ve la coordinación. Hasta 1000 caracteres.',
      done: {
        approve: 'Aprobada. El correo sale en un momento.',
        reject: 'Rechazada. No se envía nada.',
      },
      conflict: (status) => `Alguien decidió antes. Estado actual: ${status}. Abajo verá el resultado.`,
    },
  },
  pl: {
    title: 'Konsola koordynatora',
    signIn: {
      heading: 'Konsola koordynatora',
      text: 'Tu koordynatorzy klastrów sprawdzają propozycje i decydują, które zostaną wysłane do firm.',
      button: 'Zaloguj się',
      again: 'Sesja wygasła. Aby kontynuować, prosimy zalogować się ponownie.',
    },
    signOut: 'Wyloguj się',
    language: 'Język',
    loading: 'Wczytywanie…',
    retry: 'Spróbuj ponownie',
    failures: {
      offline: 'Brak połączenia z Puente. Prosimy sprawdzić internet i spróbować ponownie.',
      forbidden: 'To konto nie koordynuje żadnego klastra. Dostęp nadaje administrator.',
      notFound: 'Tej propozycji nie ma albo należy do innego klastra.',
      signedOut: 'Sesja wygasła. Prosimy zalogować się ponownie.',
      failed: 'Coś zawiodło po naszej stronie. Prosimy spróbować za chwilę.',
    },
    list: {
      heading: 'Propozycje',
      filter: 'Pokaż',
      all: 'Wszystkie',
      empty: 'Nie ma jeszcze propozycji dla tego klastra.',
      nothingToDecide: 'Nie ma propozycji do decyzji.',
      emptyOf: (status) => `Brak propozycji w stanie: ${status}.`,
      more: 'Pokaż więcej',
      match: (percent) => `dopasowanie ${percent}`,
      until: 'Termin:',
      overdue: 'Po terminie:',
    },
    lead: {
      back: 'Wszystkie propozycje',
      member: 'Firma z klastra',
      cluster: 'Klaster',
      score: 'Dopasowanie',
      deadline: 'Termin',
      proposed: 'Zaproponowano',
      reasons: 'Dlaczego taka propozycja',
      interest: 'Zapytanie',
      company: 'Firma',
      place: 'Siedziba',
      intent: 'Cel',
      description: 'Treść zapytania',
      sectors: 'Poszukiwane branże',
      certificates: 'Oczekiwane certyfikaty',
      languages: 'Języki współpracy',
      decision: 'Decyzja',
      answer: 'Odpowiedź firmy',
      erased: 'Dane tej propozycji zostały usunięte.',
    },
    decide: {
      heading: 'Państwa decyzja',
      approve: 'Zatwierdź i wyślij',
      approveText: 'Puente wyśle zapytanie do firmy z klastra, bez danych kontaktowych firmy, która pyta.',
      message: 'Wiadomość dla firmy (nieobowiązkowa)',
      messageHint: 'Znajdzie się w e-mailu, tak jak została napisana. Do 1000 znaków.',
      reject: 'Odrzuć',
      rejectText:
        'Do firmy nic nie zostanie wysłane; autor zapytania zobaczy na swojej stronie, że go nie wysłano.',
      reason: 'Powód',
      note: 'Notatka (nieobowiązkowa)',
      noteHint: 'Notatkę widzą tylko koordynatorzy. Do 1000 znaków.',
      done: {
        approve: 'Zatwierdzono. Wiadomość zaraz zostanie wysłana.',
        reject: 'Odrzucono. Nic nie zostanie wysłane.',
      },
      conflict: (status) => `Ktoś zdecydował wcześniej. Obecny stan: ${status}. Poniżej widać wynik.`,
    },
  },
  en: {
    title: 'Coordinator’s console',
    signIn: {
      heading: 'Coordinator’s console',
      text: 'Here the coordinators of the clusters check proposals and decide which are introduced.',
      button: 'Sign in',
      again: 'Your session has ended. Sign in again to go on.',
    },
    signOut: 'Sign out',
    language: 'Language',
    loading: 'Loading…',
    retry: 'Try again',
    failures: {
      offline: 'There is no connection to Puente. Check your internet and try again.',
      forbidden: 'Your account coordinates no cluster. The administrator can give you access.',
      notFound: 'This proposal does not exist, or it belongs to another cluster.',
      signedOut: 'Your session has ended. Sign in again.',
      failed: 'Something failed on our side. Try again in a moment.',
    },
    list: {
      heading: 'Proposals',
      filter: 'Show',
      all: 'All',
      empty: 'There are no proposals for your cluster yet.',
      nothingToDecide: 'Nothing to decide.',
      emptyOf: (status) => `None is in this state: ${status}.`,
      more: 'Show more',
      match: (percent) => `match ${percent}`,
      until: 'Deadline:',
      overdue: 'Overdue:',
    },
    lead: {
      back: 'All proposals',
      member: 'Cluster member',
      cluster: 'Cluster',
      score: 'Match',
      deadline: 'Deadline',
      proposed: 'Proposed on',
      reasons: 'Why it is proposed',
      interest: 'The request',
      company: 'Firm',
      place: 'Location',
      intent: 'Purpose',
      description: 'The request in its own words',
      sectors: 'Sectors sought',
      certificates: 'Certificates asked for',
      languages: 'Working languages',
      decision: 'Decision',
      answer: 'Answer of the member',
      erased: 'The data of this proposal was erased.',
    },
    decide: {
      heading: 'Your decision',
      approve: 'Approve and introduce',
      approveText:
        'Puente sends the request to the member, without the contact details of the firm that asks.',
      message: 'Message to the member (optional)',
      messageHint: 'It goes into the e-mail as you write it. Up to 1000 characters.',
      reject: 'Reject',
      rejectText:
        'Nothing is sent to the member; the firm that asks will see on its page that it was not sent.',
      reason: 'Reason',
      note: 'Note (optional)',
      noteHint: 'Only the coordinators see the note. Up to 1000 characters.',
      done: {
        approve: 'Approved. The e-mail leaves in a moment.',
        reject: 'Rejected. Nothing is sent.',
      },
      conflict: (status) =>
        `Somebody decided before. Present state: ${status}. Below you see what was decided.`,
    },
  },
});
