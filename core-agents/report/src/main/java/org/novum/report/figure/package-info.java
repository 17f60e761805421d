/** Draws figures as SVG and hands their numbers to the page's interactive view. */
@NullMarked
package org.novum.report.figure;

import org.jspecify.annotations.NullMarked;
