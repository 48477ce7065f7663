import type { PrivacyText } from '../privacy.ts';

export const pl: PrivacyText = {
  title: 'Prywatność',
  lead: 'Puente łączy firmy ze sobą. Przetwarza przy tym niewiele danych osobowych: imię i nazwisko, adres e-mail i telefon osoby do kontaktu. Tu wyjaśniamy, co się z nimi dzieje.',
  version: 'Wersja tej informacji i zgód:',
  contents: 'Na tej stronie',
  sections: {
    who: {
      title: 'Kto odpowiada za dane',
      body: () => [
        'Administratorem danych w rozumieniu rozporządzenia (UE) 2016/679 (RODO), a zarazem administratorem zbioru danych (titular del banco de datos personales) w rozumieniu peruwiańskiej ustawy nr 29733, jest operator tej instalacji Puente.',
        'Jeżeli firma należy do klastra, można się do niego zwrócić za pośrednictwem koordynatora tego klastra. Jeżeli wysłali Państwo zapytanie, strona zapytania pokazuje jego treść i pozwala je wycofać.',
      ],
    },
    data: {
      title: 'Jakie dane przetwarzamy',
      body: () => [
        [
          'Osoba do kontaktu: imię i nazwisko, adres e-mail oraz, jeżeli go podano, telefon.',
          'Firma: nazwa, kraj, region, NIP lub RUC, strona internetowa, branże, języki oraz to, czego szuka lub co oferuje.',
          'Przebieg sprawy: kiedy coś potwierdzono, zatwierdzono, wycofano lub kiedy przyszła odpowiedź, a także jaka zgoda została udzielona, kiedy i o jakiej treści.',
        ],
      ],
    },
    source: {
      title: 'Skąd je mamy',
      body: () => [
        'Jeżeli wypełnili Państwo formularz: od Państwa. Pola nieobowiązkowe można zostawić puste; bez pozostałych nie możemy zająć się zapytaniem.',
        'Jeżeli firma należy do klastra: od koordynatora tego klastra, który zarejestrował zgodę na otrzymywanie zapytań. Przypominamy o tym w pierwszej wiadomości.',
      ],
    },
    purpose: {
      title: 'W jakim celu i na jakiej podstawie',
      body: () => [
        [
          'Obsługa zapytania, przedstawienie go firmom i informowanie o postępach: Państwa zgoda (art. 6 ust. 1 lit. a RODO; art. 398 Prawa komunikacji elektronicznej; w Peru art. 13 ustawy nr 29733).',
          'Przekazanie danych kontaktowych po przyjęciu zapytania: wyraźna zgoda obu stron.',
          'Zaprzestanie pisania do osób, które sobie tego nie życzą, oraz możliwość wykazania zgód: prawnie uzasadniony interes i obowiązki prawne (art. 6 ust. 1 lit. f i c RODO).',
        ],
        'Zgodę można wycofać w każdej chwili. Nie wpływa to na zgodność z prawem tego, co zrobiono wcześniej.',
      ],
    },
    matching: {
      title: 'Jak dobierane są firmy',
      body: () => [
        'Propozycje powstają automatycznie: program porównuje poszukiwane branże z branżami, które deklaruje firma, i bierze pod uwagę, jakie zapytania chce ona otrzymywać i w jakim jest regionie. Jeżeli branży nie podano, odczytuje ją z opisu.',
        'Program porównuje tylko firmy, nie osoby, i o niczym nie decyduje: każdą propozycję zatwierdza lub odrzuca człowiek, koordynator klastra, który widzi jej powody. Można poprosić, aby człowiek wyjaśnił lub sprawdził wynik.',
      ],
    },
    recipients: {
      title: 'Kto je otrzymuje',
      body: () => [
        [
          'Koordynator klastra i proponowane firmy: zapytanie bez danych kontaktowych.',
          'Firma, która przyjęła zapytanie, i firma, która je wysłała: dane drugiej strony (imię i nazwisko, adres e-mail, telefon oraz dane firmy: strona internetowa, branże, języki), po upływie czasu na zmianę decyzji.',
          'Dostawcy hostingu i poczty, z których usług korzysta operator; działają wyłącznie na jego zlecenie.',
        ],
        'Nikt inny. Nie sprzedajemy danych i nie publikujemy list.',
      ],
    },
    transfer: {
      title: 'Między Polską a Peru',
      body: () => [
        'Komisja Europejska nie wydała decyzji stwierdzającej odpowiedni stopień ochrony danych w Peru: nie uznała, że tamtejsze prawo chroni dane osobowe tak jak prawo Unii Europejskiej. Dochodzenie praw lub zwrócenie się do organu może być tam trudniejsze.',
        'Dlatego dane kontaktowe trafiają z jednego kraju do drugiego tylko za wyraźną zgodą danej osoby, udzieloną w formularzu lub przy przyjęciu zapytania (art. 49 ust. 1 lit. a RODO; w Peru art. 15 ustawy nr 29733).',
      ],
    },
    retention: {
      title: 'Jak długo',
      body: ({ confirm, interest, answer }) => [
        [
          `Zapytanie niepotwierdzone; czas na potwierdzenie: ${confirm}. Potem wygasa.`,
          `Zapytanie potwierdzone; czas ważności: ${interest}, a dłużej tylko wtedy, gdy któraś firma może jeszcze odpowiedzieć. Potem zostaje zamknięte.`,
          `Zapytanie wysłane do firmy; czas na odpowiedź: ${answer}.`,
        ],
        'Gdy dane kontaktowe nie są już potrzebne do tego celu, operator je usuwa. Pozostaje wtedy tylko nieodwracalny skrót adresu; zapisujemy go także po rezygnacji z wiadomości, aby nigdy więcej na ten adres nie napisać.',
      ],
    },
    rights: {
      title: 'Państwa prawa',
      body: () => [
        'Mogą Państwo żądać dostępu do danych, ich sprostowania, usunięcia, ograniczenia przetwarzania i przeniesienia, a także wnieść sprzeciw. Prawa dostępu, sprostowania, usunięcia i sprzeciwu to w Peru prawa ARCO. To nic nie kosztuje.',
        'Jeżeli firma należy do klastra, prosimy zwrócić się do koordynatora tego klastra; aby sprzeciwić się otrzymywaniu wiadomości, wystarczy odnośnik rezygnacji zawarty w każdym zapytaniu. Jeżeli wysłali Państwo zapytanie, na jego stronie widać jego treść i można je wycofać.',
        'Odpowiadamy najpóźniej w ciągu miesiąca; w Peru w ciągu 20 dni na żądanie dostępu, a w ciągu 10 dni na żądanie sprostowania lub usunięcia i na sprzeciw.',
        'Skargę można wnieść do Prezesa Urzędu Ochrony Danych Osobowych, UODO (Polska) lub do Autoridad Nacional de Protección de Datos Personales (Peru).',
      ],
    },
    stop: {
      title: 'Rezygnacja z wiadomości',
      body: () => [
        'Każda wiadomość z zapytaniem i każde przypomnienie zawiera odnośnik do rezygnacji; nie potrzeba konta ani hasła. Rezygnacja działa od chwili naciśnięcia przycisku.',
      ],
    },
    devices: {
      title: 'Pliki cookie i śledzenie',
      body: () => [
        'Te strony nie używają plików cookie ani treści z innych serwisów, a wiadomości nie zawierają obrazków śledzących. Konsola koordynatora przechowuje w przeglądarce sesję, do zamknięcia karty, oraz wybrany język.',
      ],
    },
  },
};
