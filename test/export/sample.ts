/** A statement that holds everything an export has to carry over. */
export const SAMPLE = `---
date: '2031-03-04'
published_time: 2031-03-04 18:00:00-05:00
modified_time: 2031-03-04 18:00:00-05:00
source_url: https://www.norland.example/statements/2031/03/04/call/
tags: [readouts, statements]
embargo_until: 2031-03-04 19:30:00-05:00
title: 'Readout of President Noriega’s Call with Adele\u00a0Strand & <Friends>'
---

President **Elena Noriega** spoke today with *Adele Strand* of [Norland](https://norland.example/a?b=1&c=2). The two leaders:

<!-- readout-disable-next-line name/variant -->
- agreed on $5\u00a0billion in “aid”, to be paid over a period of several years that begins with the next one;
  - first
- and on [Norland](https://norland.example/a?b=1&c=2) once more.

3. third
4. fourth

> A quotation<br>of two lines.

#### Deep heading

| Country | Aid |
| --- | --- |
| Norland | **$5** |

\`\`\`
<code> & more
\`\`\`

<div onclick="x()"><p>Raw <b>HTML</b></p><script>bad()</script></div>

See https://bare.example/x and [mail](mailto:press@norland.example), [evil](javascript:alert(1)).

![The leaders](https://norland.example/p.png)

\\###

Notes below the mark.
`;
