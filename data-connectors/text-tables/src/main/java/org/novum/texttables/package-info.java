/** Tables of text in the formats of observatories and of habit: ECSV, Yanny, NOAA's summaries, PDG's table, columns between blanks. */
@NullMarked
package org.novum.texttables;

import org.jspecify.annotations.NullMarked;
