import type { Texts } from '../language.ts';

/**
 * Words that say nothing of a sector, without diacritics: those of grammar, of official names ("not elsewhere
 * classified") and of how a firm speaks of itself ("we are looking for").
 */
export const functionWords: Texts<ReadonlySet<string>> = {
  es: set(`
    a al ante asi aun bajo cada como con contra cual cuales cualquier cuando de del desde donde durante e el ella
    ellos en entre era es esa esas ese eso esos esta estan estar estas este esto estos excepto fue ha han hasta hay
    incluida incluidas incluido incluidos incluso la las le les lo los mas me mediante menos mi mis mismo muy n ncop
    ni no nos o otra otras otro otros para pero por porque pues que quien se sea segun ser si sin sobre solo son su
    sus tal tales tambien tan te tiene tienen toda todas todo todos tras tu u un una unas uno unos via y ya
    actividad actividades articulo articulos clase clases demas elaboracion empresa empresas etc etcetera
    fabricacion fabricante fabricantes general igual inferior nuestra nuestro nuestros nuestras parte partes partida
    partidas peso principalmente produccion producto productos realizada realizadas realizados semejantes servicio
    servicios similar similares analogos analogas superior tipo tipos uso usos utilizados utilizadas
    busca buscamos buscar busco deseamos interesa interesados necesita necesitamos ofrece ofrecemos queremos quisiera
    atentamente buenas buenos contactar contacto correo cordial cordiales cordialmente dias email escriba estimada estimado
    estimados gracias hola llamar llame saluda saludos senor senora senores tardes telefono urgente whatsapp www com
    arequipa cusco juliaca lima moquegua puno tacna
    requerimos requiere somos soy calidad alta nueva nuevo proveedor proveedores peru polonia polaco polaca polacos
  `),
  pl: set(`
    a aby ale albo ani az badz bez bo by byc byl byla bylo byly bym co czy dla dlatego do gdy gdzie go i ich ile im
    inna inne innego innej inny innych innym iz ja jak jako je jego jej jest jesli jestesmy juz kazdy kiedy kto ktora
    ktore ktorego ktorej ktory ktorych ku lecz lub ma maja mi mnie moze moga my na nad nam nas nasz nasza nasze
    naszej nie niz no o od oraz pan po pod podczas ponad poza pozostala pozostale pozostaly pozostalych przed przez
    przy roku rowniez sa sama sie sobie sposob swoj ta tak takich takie takze tam te tego tej ten to tu tych tylko
    tym tymi u w we wszelkie wszelkiego wszystkie wraz z za ze zas zeby
    dzialalnosc dzialalnosci firma firmy gdzie indziej itd itp klasa klasy niesklasyfikowana niesklasyfikowane
    niesklasyfikowanych np podobne podobnych produkcja produkcji produkt produkty produktow przedmiotem rodzaj rodzaju
    swiadczone swiadczonych usluga uslugi uslug wlaczajac wyrob wyroby wyrobow wytwarzanie zakres zakresie zamowienia
    zwiazana zwiazane zwiazanych zwykle glownie
    kupimy oferujemy poszukuje poszukujemy potrzebujemy producent producenta producentow producenci szuka szukamy
    dzien dobry dziekuje dziekujemy email kontakt panstwo pilne pozdrawiam pozdrowienia prosze prosimy telefon witam www
    bialystok bialystoku lomza suwalki podlaskie podlaskiego podlasie podlasia warszawa warszawy
    interesuje zainteresowani chcemy jakosc wysoka nowe peru polska polski polskie
  `),
  en: set(`
    a about all also an and any are as at be been being but by can do etc for from had has have how if in incl including
    into is it its me more most my nec no nor not of off on only or other others our out over own same she so some such
    than that the their them then there these they this those thereof through to too under up us very was we were what
    when where whether which who whose will with within without you your
    activities activity class classes company companies e eg excl firm firms g general good goods kind kinds
    manufacture manufacturing manufacturer manufacturers n part parts product production products purposes related
    service services similar specialised thereof type types use used uses various
    call contact dear email greetings hello hi madam phone please regards sincerely sir sirs telephone thank thanks urgent www
    interested look looking need offer offering offers require seek seeking supplier suppliers want quality high new
    peru peruvian poland polish
  `),
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
