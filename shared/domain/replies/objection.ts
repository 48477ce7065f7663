import { fold, says } from './fold.ts';

/** So many own lines are looked through. */
const maxLines = 20;

const phrases = [
  'no me escriban,no nos escriban,no escriban mas,no me escriba,no nos escriba,no enviar mas,no envien mas,no me envien,no nos envien,no deseo recibir,no deseamos recibir,no quiero recibir,no queremos recibir,dejen de enviar,dejen de escribir,darme de baja,dar de baja,darnos de baja,denme de baja,dennos de baja,demen de baja,la baja,eliminar mi correo,eliminen mi correo,eliminen nuestro correo,borren mis datos,borrar mis datos,eliminen mis datos,eliminar mis datos,saquenme de,retirenme de',
  'nie pisac,nie piszcie,nie przysylac,nie przysylajcie,nie wysylac,nie wysylajcie,o usuniecie,wypisz,wypisac,wypiszcie,o wypisanie,nie zycze sobie,nie zyczymy sobie,usunac z listy,usuncie,rezygnuje z otrzymywania,rezygnujemy z otrzymywania',
  'unsubscribe,remove me,remove us,stop sending,stop emailing,stop writing,do not contact,do not write,do not email,opt out,take me off,take us off,stop contacting',
].flatMap((line) => line.split(','));

/** True if own lines ask for no more mail or for erasure, in whatever sentence. */
export function asksToStop(own: readonly string[]): boolean {
  return own.slice(0, maxLines).some((line) => says(fold(line.slice(0, 600)), phrases));
}
