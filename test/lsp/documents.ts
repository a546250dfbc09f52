/** Documents for the protocol tests. */

/** A frontmatter that is in order. */
export const HEAD = `---
date: '2024-03-05'
published_time: 2024-03-05 10:00:00-05:00
source_url: https://www.whitehouse.gov/briefing-room/statements-releases/2024/03/05/readout-of-a-call/
tags: statements-releases
title: Readout of a Call
---

`;

export const URI = 'file:///w/2024-03-05-readout-of-a-call.md';

/** A call readout with names, figures, a quotation and a link. */
export const CALL = `${HEAD}President Noriega spoke today with Prime Minister Adele Strand of Norland about
the border at Haldrim and $12.5 million in relief for flood victims.

The leaders reviewed fisheries quotas in the Skarn Sea. “We will not let a
single trawler cross the median line without a licence,” Prime Minister
Strand said. Catches fell by 14% last year; see
https://norland.example/fisheries for the full report.

President Noriega also raised prisoner exchanges, for which Secretary
Ottoline Vane travels to Haldrim on Friday.

- A hotline between the coast guards.
- A census of cod stocks.

\\###
`;

/** The same without its end mark. */
export const UNSOUND = CALL.replace('\n\\###\n', '');

/** A document with headings. */
export const WITH_HEADINGS = `${HEAD}# Fisheries

The leaders reviewed quotas in the Skarn Sea.

## Patrols

Patrols will resume.

# Prisoners

Exchanges continue.
`;
