/** Posts in other languages that say so nowhere, with what would be mistakes in English. */
import fc from "fast-check";

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  French: [
    "Le Pod an une adresse IP que les autres peuvent voir.",
    "Nous nous retrouvons lundi dans le jardin de la maison.",
    "Il faut donc choisir un un nom pour chaque conteneur, et vous vous demandez pourquoi.",
    "La machine tisse des motifs comme le métier tisse des fleurs.",
    "Dans ce billet on montre comment a été faite la première version.",
  ],
  German: [
    "Das hängt an anderen Dingen, und die die es wissen, sagen nichts.",
    "Wir schreiben den Text an alle, die an einem Abend gekommen sind.",
    "Die Maschine webt Muster, wie der Webstuhl Blumen und Blätter webt.",
    "In in diesem Beitrag zeigen wir, wie es dazu gekommen ist.",
  ],
  Spanish: [
    "La máquina teje dibujos como el telar teje flores y hojas.",
    "Va a alguien que a a veces no está en la casa.",
    "En esta entrada contamos cómo se hizo la primera versión del programa.",
    "No no es posible enviar el mensaje a otra persona.",
  ],
  Portuguese: [
    "A ideia é simples: a a máquina faz o que lhe dizem.",
    "Neste texto mostramos como a empresa fez a sua primeira versão.",
    "O programa envia a mensagem a outras pessoas que não estão em casa.",
  ],
  Dutch: [
    "Wat het is is niet duidelijk, maar we weten dat het werkt.",
    "In dit artikel laten we zien hoe de eerste versie is gemaakt.",
    "De machine weeft patronen zoals het getouw bloemen en bladeren weeft.",
  ],
  Italian: [
    "La macchina tesse disegni come il telaio tesse fiori e foglie.",
    "In questo articolo raccontiamo come a a volte nasce un programma.",
    "Il messaggio va a altre persone che non sono in casa.",
  ],
  Polish: [
    "Maszyna tka wzory tak, jak krosno tka kwiaty i liście.",
    "W tym wpisie pokazujemy, jak powstała pierwsza wersja, a a potem druga.",
  ],
  Russian: ["Машина ткёт узоры так же, как станок ткёт цветы.", "В этой записи мы показываем, как как появилась первая версия."],
  Chinese: ["机器编织图案，正如织机编织花朵和树叶。 在这篇文章里我们说明 an 第一版 the the 是怎样做成的。"],
};

const EXTRA = [
  "Voir `the the store` et http://example.org.",
  "```js\nlet the = the.an.apple // this is the code of the store\n```",
  "- `an store`\n- `a apple`",
];

/** Two sentences or more of one language, with code between them. */
export const foreign = fc
  .constantFrom(...Object.values(LANGUAGES))
  .chain((sentences) => fc.tuple(fc.shuffledSubarray([...sentences], { minLength: Math.min(2, sentences.length) }), fc.subarray(EXTRA)))
  .map(([sentences, extra]) => `---\ntitle: X\n---\n\n${[...sentences, ...extra].join("\n\n")}\n`);
