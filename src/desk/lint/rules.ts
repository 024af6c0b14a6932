/** Every rule of the house style, one a file: ours, those taken from the presets of remark-lint, and those that read English. */
import { inclusiveWording } from "./prose/inclusive-wording.js";
import { indefiniteArticle } from "./prose/indefinite-article.js";
import { repeatedWords } from "./prose/repeated-words.js";
import { spelling } from "./prose/spelling.js";
import type { Rule } from "./rule-kinds/rule.js";
import { blockquoteIndentation } from "./rules/blockquote-indentation.js";
import { byteOrderMark } from "./rules/byte-order-mark.js";
import { checkboxCharacterStyle } from "./rules/checkbox-character-style.js";
import { codeBlockStyle } from "./rules/code-block-style.js";
import { codeLanguage } from "./rules/code-language.js";
import { description } from "./rules/description.js";
import { emphasisMarker } from "./rules/emphasis-marker.js";
import { fencedCodeMarker } from "./rules/fenced-code-marker.js";
import { fileName } from "./rules/file-name.js";
import { finalNewline } from "./rules/final-newline.js";
import { frontMatterDate } from "./rules/front-matter-date.js";
import { frontMatterKeys } from "./rules/front-matter-keys.js";
import { frontMatter } from "./rules/front-matter.js";
import { hardBreakSpaces } from "./rules/hard-break-spaces.js";
import { headingOrder } from "./rules/heading-order.js";
import { headingStyle } from "./rules/heading-style.js";
import { imageAlt } from "./rules/image-alt.js";
import { lineEndings } from "./rules/line-endings.js";
import { linkAddress } from "./rules/link-address.js";
import { linkSyntax } from "./rules/link-syntax.js";
import { linkTitleStyle } from "./rules/link-title-style.js";
import { listItemBulletIndent } from "./rules/list-item-bullet-indent.js";
import { listItemContentIndent } from "./rules/list-item-content-indent.js";
import { listItemIndent } from "./rules/list-item-indent.js";
import { mdxCompiles } from "./rules/mdx-compiles.js";
import { noBidiControl } from "./rules/no-bidi-control.js";
import { noBlockquoteWithoutMarker } from "./rules/no-blockquote-without-marker.js";
import { noBreakSpace } from "./rules/no-break-space.js";
import { noConflictMarker } from "./rules/no-conflict-marker.js";
import { noDuplicateDefinitions } from "./rules/no-duplicate-definitions.js";
import { noEditorsNote } from "./rules/no-editors-note.js";
import { noEmptyLink } from "./rules/no-empty-link.js";
import { noHeadingContentIndent } from "./rules/no-heading-content-indent.js";
import { noInvisible } from "./rules/no-invisible.js";
import { noLiteralUrls } from "./rules/no-literal-urls.js";
import { noLookAlike } from "./rules/no-look-alike.js";
import { noPlaceholder } from "./rules/no-placeholder.js";
import { noShortcutReferenceImage } from "./rules/no-shortcut-reference-image.js";
import { noShortcutReferenceLink } from "./rules/no-shortcut-reference-link.js";
import { noUndefinedReferences } from "./rules/no-undefined-references.js";
import { noUnusedDefinitions } from "./rules/no-unused-definitions.js";
import { oneTopHeading } from "./rules/one-top-heading.js";
import { orderedListMarkerStyle } from "./rules/ordered-list-marker-style.js";
import { orderedListMarkerValue } from "./rules/ordered-list-marker-value.js";
import { readingTime } from "./rules/reading-time.js";
import { ruleStyle } from "./rules/rule-style.js";
import { strongMarker } from "./rules/strong-marker.js";
import { tableCellPadding } from "./rules/table-cell-padding.js";
import { titleLength } from "./rules/title-length.js";
import { titleShouting } from "./rules/title-shouting.js";
import { title } from "./rules/title.js";
import { unmadeEmphasis } from "./rules/unmade-emphasis.js";
import { weekdayOfDate } from "./rules/weekday-of-date.js";

export const RULES: readonly Rule[] = [
  blockquoteIndentation,
  byteOrderMark,
  checkboxCharacterStyle,
  codeBlockStyle,
  codeLanguage,
  description,
  emphasisMarker,
  fencedCodeMarker,
  fileName,
  finalNewline,
  frontMatter,
  frontMatterDate,
  frontMatterKeys,
  hardBreakSpaces,
  headingOrder,
  headingStyle,
  imageAlt,
  inclusiveWording,
  indefiniteArticle,
  lineEndings,
  linkAddress,
  linkSyntax,
  linkTitleStyle,
  listItemBulletIndent,
  listItemContentIndent,
  listItemIndent,
  mdxCompiles,
  noBidiControl,
  noBlockquoteWithoutMarker,
  noBreakSpace,
  noConflictMarker,
  noDuplicateDefinitions,
  noEditorsNote,
  noEmptyLink,
  noHeadingContentIndent,
  noInvisible,
  noLiteralUrls,
  noLookAlike,
  noPlaceholder,
  noShortcutReferenceImage,
  noShortcutReferenceLink,
  noUndefinedReferences,
  noUnusedDefinitions,
  oneTopHeading,
  orderedListMarkerStyle,
  orderedListMarkerValue,
  readingTime,
  repeatedWords,
  ruleStyle,
  spelling,
  strongMarker,
  tableCellPadding,
  title,
  titleLength,
  titleShouting,
  unmadeEmphasis,
  weekdayOfDate,
];
