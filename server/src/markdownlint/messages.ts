/** Plain words for the markdownlint rules that are on by default; the library's own text serves for the others. */
export const PLAIN_MESSAGES: Readonly<Record<string, string>> = {
  MD010: 'A tab stands here. At the start of a line it turns the text into program code: use blanks.',
  MD011: 'This link is written the wrong way round: the text belongs in [ ], the address in ( ).',
  MD018: 'A heading needs a blank behind its #; without it, readers see the # itself.',
  MD037:
    'White space at the inner side of * or _ keeps it from working: readers see the mark itself. Move the blank outside.',
  MD039:
    'The text of this link begins or ends with a blank, which is underlined with it. Move the blank outside.',
  MD042: 'This link leads nowhere: its address is empty.',
  MD045: 'This picture has no alternative text. Describe it in a few words for those who cannot see it.',
  MD051: 'This link leads to a place in the document that does not exist.',
  MD052: 'This link refers to a label that is nowhere defined, so readers see its brackets.',
  MD053: 'The address defined here is used by no link, or defined twice.',
  MD056: 'This row of the table has more or fewer cells than its head: some would be lost.',
};
