import type { ProblemCode } from '../../shared/contracts/http/problem.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface ProblemText {
  readonly problems: Record<ProblemCode, { readonly heading: string; readonly text: string }>;
  readonly next: Record<'form' | 'mail', string>;
  readonly toForm: string;
}

/** What went wrong, in words for somebody who did nothing wrong, and what to do. */
export const problemTexts: Texts<ProblemText> = typeset({
  es: {
    problems: {
      malformedBody: {
        heading: 'No pudimos leer lo que se envió',
        text: 'Los datos llegaron incompletos o en un formato que no conocemos. No se guardó nada.',
      },
      unauthorized: {
        heading: 'Inicie sesión',
        text: 'Esta página es para la coordinación de los clústeres.',
      },
      forbidden: {
        heading: 'Su cuenta no tiene permiso',
        text: 'Inició sesión, pero su cuenta no puede ver esto. Pida el acceso a la administración de Puente.',
      },
      notFound: {
        heading: 'No encontramos esta página',
        text: 'El enlace no es válido: tal vez se cortó al copiarlo, o lo que buscaba ya se eliminó.',
      },
      methodNotAllowed: {
        heading: 'Aquí no se puede hacer eso',
        text: 'Vuelva a la página anterior y use el botón.',
      },
      conflict: {
        heading: 'El estado ya cambió',
        text: 'Alguien respondió o decidió antes. Lo que acaba de presionar no cambió nada.',
      },
      heldBack: {
        heading: 'Todavía no se puede presentar',
        text: 'Esta empresa ya se presentó hace poco a la misma empresa del clúster. No se envió nada.',
      },
      gone: {
        heading: 'Este enlace ya venció',
        text: 'Por seguridad, cada enlace vale por un tiempo limitado.',
      },
      tooLarge: {
        heading: 'Su texto es demasiado largo',
        text: 'Acorte la descripción y envíe de nuevo; no se guardó nada.',
      },
      unsupportedMediaType: {
        heading: 'No pudimos leer lo que se envió',
        text: 'Use el formulario de Puente. No se guardó nada.',
      },
      invalid: {
        heading: 'Hay datos por corregir',
        text: 'Algo de lo enviado no es correcto. No se guardó nada.',
      },
      tooMany: {
        heading: 'Demasiadas solicitudes seguidas',
        text: 'Para cuidar a las empresas limitamos cuántas se envían. Espere un rato e intente de nuevo.',
      },
      internal: {
        heading: 'Algo falló de nuestro lado',
        text: 'No es culpa suya. Vuelva a la página anterior e intente de nuevo en unos minutos.',
      },
    },
    next: {
      form: 'Puede empezar de nuevo en el formulario.',
      mail: 'Abra el último correo de Puente y use su enlace completo. Si tampoco funciona y su empresa es de un clúster, escriba a su coordinación. Si busca empresas, puede enviar una solicitud nueva.',
    },
    toForm: 'Ir al formulario',
  },
  pl: {
    problems: {
      malformedBody: {
        heading: 'Nie udało się odczytać przesłanych danych',
        text: 'Dane dotarły niepełne albo w nieznanym nam formacie. Niczego nie zapisano.',
      },
      unauthorized: {
        heading: 'Prosimy się zalogować',
        text: 'Ta strona jest przeznaczona dla koordynatorów klastrów.',
      },
      forbidden: {
        heading: 'Konto nie ma uprawnień',
        text: 'Logowanie się powiodło, ale to konto nie ma tu dostępu. Dostęp nadaje administrator Puente.',
      },
      notFound: {
        heading: 'Nie znaleźliśmy tej strony',
        text: 'Odnośnik jest nieprawidłowy: mógł zostać ucięty przy kopiowaniu albo to, do czego prowadził, już usunięto.',
      },
      methodNotAllowed: {
        heading: 'Tego nie można tu zrobić',
        text: 'Prosimy wrócić na poprzednią stronę i użyć przycisku.',
      },
      conflict: {
        heading: 'Stan zdążył się zmienić',
        text: 'Ktoś odpowiedział lub zdecydował wcześniej. Naciśnięcie przycisku niczego nie zmieniło.',
      },
      heldBack: {
        heading: 'Jeszcze nie można wysłać',
        text: 'Zapytanie tej firmy trafiło niedawno do tej samej firmy z klastra. Nic nie zostało wysłane.',
      },
      gone: {
        heading: 'Ten odnośnik wygasł',
        text: 'Ze względów bezpieczeństwa każdy odnośnik działa przez ograniczony czas.',
      },
      tooLarge: {
        heading: 'Tekst jest za długi',
        text: 'Prosimy skrócić opis i wysłać ponownie; niczego nie zapisano.',
      },
      unsupportedMediaType: {
        heading: 'Nie udało się odczytać przesłanych danych',
        text: 'Prosimy użyć formularza Puente. Niczego nie zapisano.',
      },
      invalid: {
        heading: 'Niektóre dane wymagają poprawienia',
        text: 'Coś w przesłanych danych jest nieprawidłowe. Niczego nie zapisano.',
      },
      tooMany: {
        heading: 'Zbyt wiele zapytań naraz',
        text: 'W trosce o firmy ograniczamy liczbę wysyłanych zapytań. Prosimy chwilę odczekać i spróbować ponownie.',
      },
      internal: {
        heading: 'Coś zawiodło po naszej stronie',
        text: 'To nie Państwa wina. Prosimy wrócić na poprzednią stronę i spróbować ponownie za kilka minut.',
      },
    },
    next: {
      form: 'Można zacząć od nowa w formularzu.',
      mail: 'Prosimy otworzyć ostatnią wiadomość od Puente i użyć pełnego odnośnika. Jeżeli to nie pomoże, a firma należy do klastra, prosimy napisać do jego koordynatora. Jeżeli szukają Państwo firm, można wysłać nowe zapytanie.',
    },
    toForm: 'Przejdź do formularza',
  },
  en: {
    problems: {
      malformedBody: {
        heading: 'We could not read what was sent',
        text: 'The data arrived incomplete or in a format we do not know. Nothing was stored.',
      },
      unauthorized: { heading: 'Please sign in', text: 'This page is for the coordinators of the clusters.' },
      forbidden: {
        heading: 'Your account may not do this',
        text: 'You are signed in, but your account has no access here. The administrator of Puente can give it.',
      },
      notFound: {
        heading: 'We did not find this page',
        text: 'The link is not valid: it may have been cut off when copied, or what it led to has been erased.',
      },
      methodNotAllowed: {
        heading: 'This cannot be done here',
        text: 'Go back and use the button.',
      },
      conflict: {
        heading: 'The state has changed in the meantime',
        text: 'Somebody answered or decided before. What you just pressed changed nothing.',
      },
      heldBack: {
        heading: 'It cannot be introduced yet',
        text: 'This firm was introduced to the same member a short while ago. Nothing was sent.',
      },
      gone: { heading: 'This link has expired', text: 'For security, each link works for a limited time.' },
      tooLarge: {
        heading: 'Your text is too long',
        text: 'Shorten the description and send again; nothing was stored.',
      },
      unsupportedMediaType: {
        heading: 'We could not read what was sent',
        text: 'Please use the form of Puente. Nothing was stored.',
      },
      invalid: {
        heading: 'Some entries need correcting',
        text: 'Something that was sent is not right. Nothing was stored.',
      },
      tooMany: {
        heading: 'Too many requests at once',
        text: 'To spare the firms we limit how many are sent. Wait a while and try again.',
      },
      internal: {
        heading: 'Something failed on our side',
        text: 'It is not your fault. Go back and try again in a few minutes.',
      },
    },
    next: {
      form: 'You can begin again in the form.',
      mail: 'Open the latest e-mail from Puente and use its whole link. If that does not help either and your firm is in a cluster, write to its coordinator. If you are looking for firms, you can send a new request.',
    },
    toForm: 'Go to the form',
  },
});
