/** What people choose first and guessers try first: dates, repeats, runs, well-known phrases. */

/** Digits that lie in a row on a keyboard, a phone or a calculator, and letters likewise. */
const ROWS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "147258369",
  "741852963",
  "789456123",
  "159357",
];

/** Tell whether the text is little more than a date. */
export function isDate(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters !== "" && !/^(?:\p{L}{3,10})$/u.test(letters)) return false;
  if (letters !== "")
    return isMonth(letters) && /^(?:\d{1,2})?(?:\d{4}|\d{2})$/.test(digits);
  const day = "(?:0?[1-9]|[12]\\d|3[01])";
  const month = "(?:0?[1-9]|1[0-2])";
  const year = "(?:19|20)\\d\\d";
  const orders = [
    `${day}${month}${year}`,
    `${month}${day}${year}`,
    `${year}${month}${day}`,
  ];
  return new RegExp(`^(?:${orders.join("|")})$`).test(digits);
}

const MONTHS =
  /^(?:ene(?:ro)?|feb(?:rero|ruary)?|mar(?:zo|ch)?|abr(?:il)?|mayo?|jun(?:io|e)?|jul(?:io|y)?|ago(?:sto)?|sep(?:tiembre|tember)?|oct(?:ubre|ober)?|nov(?:iembre|ember)?|dic(?:iembre)?|jan(?:uary)?|apr(?:il)?|aug(?:ust)?|dec(?:ember)?)$/;

function isMonth(letters: string): boolean {
  return MONTHS.test(letters.replace(/^(?:de)?|(?:de|st|nd|rd|th|del)+$/g, ""));
}

/** Tell whether the text is a few characters, or one part, over and over. */
export function isRepeat(text: string): boolean {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
  if (new Set(plain).size <= 3) return true;
  if (/^(.{1,8}?)\1+$/u.test(plain)) return true;
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.length > 1 && new Set(words).size <= words.length / 2;
}

/** Tell whether most of the text runs along a row of keys or letters, either way. */
export function isRun(text: string): boolean {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
  const rows = [...ROWS, ...ROWS.map((row) => Array.from(row).reverse().join(""))];
  let inRuns = 0;
  for (let at = 0; at < plain.length;) {
    let length = 1;
    while (rows.some((row) => row.includes(plain.slice(at, at + length + 1)))) {
      if (at + length >= plain.length) break;
      length += 1;
    }
    if (length >= 4) inRuns += length;
    at += length;
  }
  return plain.length > 0 && inRuns >= plain.length * 0.7;
}

/** What everybody thinks of, in both languages, and the parts that such phrases are made of. */
const COMMON =
  "password passwort contrasena iloveyou mom mum tequiero teamo mucho letmein trustno1 whatever " +
  "superman princesa princess sunshine football baseball basketball futbol estrella corazon " +
  "mariposa chocolate starwars dragon monkey shadow master jesus christ god islove isgood dios " +
  "esamor esbueno administrator admin welcome home open sesame abrete sesamo abracadabra computer " +
  "internet facebook instagram whatsapp youtube google samsung iphone android pokemon minecraft " +
  "liverpool barcelona realmadrid chelsea arsenal manchester juventus bocajuniors riverplate " +
  "america mexico happybirthday feliz cumpleanos merrychristmas navidad one two three four uno dos " +
  "tres cuatro my mi secreto secreta secret word palabra helpme please ayudame porfavor ineed help " +
  "necesito ayuda bread and butter milk eggs pan leche huevos y toiletpaper papelhigienico " +
  "shoppinglist listadelacompra listadecompras grocerylist thequickbrownfox loremipsum hello there " +
  "world hola mundo buenos dias good morning night buenas noches letitbe nevergiveup " +
  "nuncaterindas love";

const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Tell whether the text is made of a few common parts, with digits for letters or digits behind. */
export function isCommon(text: string): boolean {
  const common = new RegExp(`^(?:${COMMON.replaceAll(" ", "|")}){1,4}$`);
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "");
  const spelt = bare.replace(/[013457@$]/g, (mark) => LOOKALIKES[mark] ?? mark);
  const forms = [bare, spelt, bare.replace(/\d+\W*$/, "")];
  return forms.some((form) => common.test(form.replace(/[^\p{L}\p{N}]/gu, "")));
}
